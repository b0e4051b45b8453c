package dev.colight.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Loads the documents that tests have to work with: real little programs, in many styles. */
public final class Documents {
  private Documents() {}

  /**
   * A document.
   *
   * @param name file name, such as {@code tour.jsh}
   */
  public record Document(String name, String text) {
    /** Tells whether it needs nothing but the JDK, so that JShell runs it as it is. */
    boolean isPlain() {
      return !text.contains("import static dev.colight.display.");
    }

    /** Names a parameterized test. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** Returns all documents, examples first, each group by name. */
  public static List<Document> all() {
    return Stream.concat(examples().stream(), fixtures().stream()).toList();
  }

  /** Returns those of all documents that need nothing but the JDK. */
  static List<Document> plain() {
    return all().stream().filter(Document::isPlain).toList();
  }

  /** Returns the documents in {@code examples/}, which people see. */
  public static List<Document> examples() {
    return load(repository().resolve("examples"));
  }

  /** Returns the documents among the test resources. */
  public static List<Document> fixtures() {
    URL folder = Objects.requireNonNull(Documents.class.getResource("/documents"));
    try {
      return load(Path.of(folder.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns one document by its file name. */
  public static Document named(String name) {
    return all().stream()
        .filter(document -> document.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("examples/tour.jsh"))) {
      folder = Objects.requireNonNull(folder.getParent(), "tests run inside the repository");
    }
    return folder;
  }

  private static List<Document> load(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jsh"))
          .sorted()
          .map(Documents::read)
          .filter(document -> !needsNetwork(document))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What asks for libraries may need a network, which tests have none of. */
  private static boolean needsNetwork(Document document) {
    return document.text().lines().anyMatch(line -> line.startsWith("//DEPS "));
  }

  private static Document read(Path file) {
    try {
      return new Document(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
