package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.display.Renderer;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.worker.wire.ToWorker.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library on the class path of a document shows values in forms of its own. */
class RendererServiceTest {
  /** Shows identifiers, and nothing else. */
  public static final class Identifiers implements Renderer {
    @Override
    public Map<String, String> render(Object value) {
      return value instanceof UUID id ? Map.of("text/markdown", "**" + id + "**") : Map.of();
    }
  }

  /** Knows all values, and fails with each. */
  public static final class Failing implements Renderer {
    @Override
    public Map<String, String> render(Object value) {
      throw new IllegalStateException("no " + value);
    }
  }

  /** Cannot even be made. */
  public static final class Impossible implements Renderer {
    public Impossible() {
      throw new IllegalStateException("not here");
    }

    @Override
    public Map<String, String> render(Object value) {
      return Map.of("text/markdown", "never");
    }
  }

  /** Makes a directory that is to a class path what the jar of a library is. */
  private static Path library(Path folder, List<Class<?>> renderers) throws IOException {
    Path library = Files.createDirectory(folder.resolve("library"));
    StringBuilder services = new StringBuilder();
    for (Class<?> renderer : renderers) {
      String file = renderer.getName().replace('.', '/') + ".class";
      Path target = library.resolve(file);
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      try (InputStream in = RendererServiceTest.class.getResourceAsStream("/" + file)) {
        Files.copy(Objects.requireNonNull(in), target);
      }
      services.append(renderer.getName()).append('\n');
    }
    services.append("library.that.has.None\n");
    Path meta = Files.createDirectories(library.resolve("META-INF/services"));
    Files.writeString(meta.resolve(Renderer.class.getName()), services);
    return library;
  }

  @Test
  void of_several_the_first_that_knows_a_value_and_does_not_fail(@TempDir Path folder)
      throws IOException {
    WorkerOptions standard = WorkerOptions.standard();
    List<Path> classPath =
        List.of(library(folder, List.of(Impossible.class, Failing.class, Identifiers.class)));
    WorkerOptions options =
        new WorkerOptions(standard.javaHome(), List.of(), classPath, Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(options);
        Document document = new Document(pool, folder)) {
      List<Emission> shown =
          document.run("= new java.util.UUID(0, 7)", "= java.util.List.of(1, 2, 3)").emissions();
      assertEquals(
          Map.of(
              "text/plain",
              "00000000-0000-0000-0000-000000000007",
              "text/markdown",
              "**00000000-0000-0000-0000-000000000007**"),
          shown.get(0).mime());
      assertEquals(
          "[1, 2, 3]", shown.get(1).mime().get("text/plain"), "what they do not know is as ever");
    }
  }
}
