package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colight.java.JavaLanguage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs single-file programs here and with {@code java}: they do the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramDifferentialTest {
  /** From this version on, {@code java} takes compact source files and instance main methods. */
  private static final int COMPACT = 25;

  /** From this version on {@code java} wants programs of a package in a folder of its name. */
  private static final int FOLDERS_OF_PACKAGES = 22;

  private static final List<String> IN_A_PACKAGE = List.of("Packaged.java");

  /** Its first class has no main, which {@code java} minds before this version. */
  private static final List<String> MAIN_IN_SECOND = List.of("Tutorial.java");

  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());

  @AfterAll
  void close() {
    language.close();
  }

  /** Returns the programs of the tests, and those in {@code examples/}. */
  static Stream<Path> programs() throws IOException {
    Path examples = Documents.repository().resolve("examples");
    return Stream.concat(javaFiles(examples), filesIn("/programs"));
  }

  static Stream<Path> compactPrograms() throws IOException {
    return filesIn("/programs/compact");
  }

  private static Stream<Path> filesIn(String folder) throws IOException {
    try {
      Path path =
          Path.of(
              Objects.requireNonNull(ProgramDifferentialTest.class.getResource(folder)).toURI());
      return javaFiles(path);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_program_does_what_java_does_with_its_file(Path file) {
    boolean mainInSecond = MAIN_IN_SECOND.contains(String.valueOf(file.getFileName()));
    assumeTrue(!mainInSecond || Runtime.version().feature() >= COMPACT);
    boolean inPackage = IN_A_PACKAGE.contains(String.valueOf(file.getFileName()));
    assumeTrue(!inPackage || Runtime.version().feature() < FOLDERS_OF_PACKAGES);
    assertEquals(ProgramResult.ofJava(file), ProgramResult.ofDocument(language, file));
  }

  /** What they have to print is in a file beside them, and is what {@code java} prints. */
  @ParameterizedTest
  @MethodSource("compactPrograms")
  void a_compact_source_file_runs_on_any_jdk(Path file) throws IOException {
    Path printed = Path.of(file.toString().replace(".java", ".out"));
    ProgramResult expected = new ProgramResult(Files.readString(printed), null, 0);
    assertEquals(expected, ProgramResult.ofDocument(language, file));
    if (Runtime.version().feature() >= COMPACT) {
      assertEquals(expected, ProgramResult.ofJava(file));
    }
  }
}
