package dev.colight.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays what fuzzing has found: {@code cases} are mended, and must stay so; {@code open} are not,
 * and one that is has to move. And {@code counterexamples}: what people have reported to other
 * notebooks, where what was shown was not what a clean run shows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
  private static final Path ROOT = Path.of("src/test/resources/dev/colight/fuzz");

  private final Trial trial = new Trial(new Tally(false));

  @AfterAll
  void close() {
    trial.close();
  }

  static Stream<Path> mended() throws IOException {
    return cases("cases");
  }

  static Stream<Path> open() throws IOException {
    return cases("open");
  }

  static Stream<Path> reportedToOthers() throws IOException {
    return cases("counterexamples");
  }

  private static Stream<Path> cases(String folder) throws IOException {
    Path directory = ROOT.resolve(folder);
    if (!Files.exists(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("mended")
  void a_difference_that_was_mended_does_not_come_back(Path file) throws Exception {
    assertNull(trial.run(Script.parse(Files.readString(file))));
  }

  @ParameterizedTest
  @MethodSource("reportedToOthers")
  void a_counterexample_to_another_notebook_is_none_to_this_one(Path file) throws Exception {
    assertNull(trial.run(Script.parse(Files.readString(file))));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("open")
  void a_difference_that_is_not_mended_is_still_found(Path file) throws Exception {
    assertNotNull(
        trial.run(Script.parse(Files.readString(file))), "it is mended: move it to 'cases'");
  }
}
