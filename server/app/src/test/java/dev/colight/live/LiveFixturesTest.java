package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the documents in {@code src/test/resources/live}; {@link Fixture} tells how to read them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFixturesTest {
  private final CountingLanguage language = new CountingLanguage();

  @AfterAll
  void close() {
    language.close();
  }

  @TestFactory
  List<DynamicContainer> documents_do_what_their_markers_say() throws Exception {
    Path folder =
        Path.of(Objects.requireNonNull(LiveFixturesTest.class.getResource("/live")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      List<DynamicContainer> containers = files.sorted().map(this::tests).toList();
      assertTrue(!containers.isEmpty(), "there are fixtures");
      return containers;
    }
  }

  private DynamicContainer tests(Path file) {
    return DynamicContainer.dynamicContainer(
        file.getFileName().toString(),
        file.toUri(),
        Fixture.parse(read(file)).stream()
            .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> run(fixture))));
  }

  private void run(Fixture fixture) throws InterruptedException {
    try (LiveDocument document = new LiveDocument(language)) {
      new FixtureRun(language, document).run(fixture);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
