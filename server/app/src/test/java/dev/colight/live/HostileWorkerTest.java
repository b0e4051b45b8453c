package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.WorkspaceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The code of a document may have taken over its worker's connection. That costs the document its
 * worker, and says so; the next run gets another, and other documents hear nothing of it.
 */
class HostileWorkerTest {
  /** Who says nothing, or nothing about the run, is like code that does not end. */
  private static final Set<HostileWorker.Manner> SILENT =
      EnumSet.of(
          HostileWorker.Manner.HALF_A_FRAME,
          HostileWorker.Manner.NEVER_READS,
          HostileWorker.Manner.FLOODS_ABOUT_ANOTHER_RUN);

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  /** Makes a JDK of which the first JVM is a hostile worker. */
  private Path javaHome(HostileWorker.Manner manner) throws IOException {
    Path real = Path.of(System.getProperty("java.home"));
    Path home = Files.createDirectory(folder.resolve("jdk"));
    try (Stream<Path> parts = Files.list(real)) {
      for (Path part : parts.filter(each -> !each.endsWith("bin")).toList()) {
        Files.createSymbolicLink(home.resolve(real.relativize(part)), part);
      }
    }
    Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if mkdir '%1$s/taken' 2> /dev/null; then
          exec '%2$s/bin/java' -Xmx256m -cp '%3$s' %4$s %5$s
        fi
        exec '%2$s/bin/java' "$@"
        """
            .formatted(
                folder,
                real,
                System.getProperty("java.class.path"),
                HostileWorker.class.getName(),
                manner));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  /** Only what may not touch the outside world is sent ahead. */
  private static boolean isAhead(HostileWorker.Manner manner) {
    return manner == HostileWorker.Manner.ENDS_TWICE_WHAT_COMES_NEXT;
  }

  private static ResultView result(LiveDocument document) {
    List<BlockView> blocks = document.snapshot().blocks();
    return Objects.requireNonNull(blocks.get(0).result());
  }

  private static void assertShows(String value, LiveDocument document) {
    ResultView result = result(document);
    assertEquals(Status.OK, result.status(), () -> String.valueOf(result.error()));
    assertEquals(value, result.outputs().get(0).text());
  }

  @ParameterizedTest
  @EnumSource(HostileWorker.Manner.class)
  void it_costs_its_own_document_one_run(HostileWorker.Manner manner) throws Exception {
    JavaLanguage.Options options =
        new JavaLanguage.Options(javaHome(manner), List.of(), List.of(), 1);
    try (JavaLanguage language = new JavaLanguage(options);
        JavaLanguage another = new JavaLanguage(JavaLanguage.Options.defaults());
        LiveDocument hostile =
            new LiveDocument(language, isAhead(manner) ? EffectPolicy.HOLD : EffectPolicy.RUN);
        LiveDocument other = new LiveDocument(another)) {
      language.warmUp();
      while (!Files.exists(folder.resolve("taken"))) {
        Thread.onSpinWait(); // until it is sure that the first worker is the hostile one
      }
      if (isAhead(manner)) {
        hostile.open("40 + 2"); // nothing is sent ahead to a worker that is not there yet
        hostile.type("int a = 1;\n\nint b = a;");
      } else {
        hostile.workspace().open(LiveDocument.URI, hostile.nextVersion(), "int a = 1;");
      }
      if (SILENT.contains(manner)) {
        hostile.await(WorkspaceEvent.BlockStarted.class);
        other.open("6 * 7");
        assertShows("42", other);
        hostile.workspace().cancel(LiveDocument.URI);
        hostile.awaitEnd();
      } else {
        hostile.awaitEnd();
        ResultView result = result(hostile);
        assertEquals(Status.ERROR, result.status());
        String said = Objects.requireNonNull(result.error()).message();
        assertTrue(said.contains("worker"), said);
        other.open("6 * 7");
        assertShows("42", other);
      }
      hostile.workspace().run(LiveDocument.URI, null, true);
      hostile.awaitEnd();
      assertShows("1", hostile);
    }
  }
}
