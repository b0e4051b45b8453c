package dev.colight.worker.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.display.Display;
import dev.colight.worker.Main;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A process that has nothing but the worker's own classes renders values, and loads no others. */
class NeedsNothingTest {
  /** Renders some values; run in a process of its own. */
  public static final class Rendering {
    private Rendering() {}

    /** A row of a table. */
    record Row(int a, List<Object> b) {}

    public static void main(String[] arguments) {
      List<Object> values = new ArrayList<>(Collections.nCopies(500, 1));
      values.add(Map.of("a", new int[][] {{1, 2}}));
      values.add(new Row(1, List.of(new Object())));
      Object[] shown = {
        values,
        "a\nb",
        new RuntimeException("x"),
        List.of(new Row(1, List.of())),
        new int[3][3],
        Display.table(values),
        Display.plot(new double[] {1, 2}),
        Display.html("<b>")
      };
      for (Object each : shown) {
        if (Rich.of(each, Watch.PRESENT, "ref").forms().isEmpty()) {
          throw new AssertionError(each);
        }
      }
    }
  }

  private static Path home(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void neither_the_desktop_classes_nor_any_library_is_loaded() throws Exception {
    String classPath =
        home(Main.class)
            + File.pathSeparator
            + home(Display.class)
            + File.pathSeparator
            + home(NeedsNothingTest.class);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                classPath,
                Rendering.class.getName())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), log);
    TreeSet<String> unwanted = new TreeSet<>();
    log.lines()
        .map(line -> line.replaceAll(".*\\] *", "").replaceAll(" .*", ""))
        .filter(name -> name.matches("(java\\.awt|javax\\.|java\\.sql|sun\\.awt|org\\.|com\\.g).*"))
        .forEach(unwanted::add);
    assertEquals(new TreeSet<>(), unwanted);
  }
}
