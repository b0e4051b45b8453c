package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.JavaLanguage;
import dev.colight.workspace.WorkspaceEvent.BlockStarted;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program ends with its threads, as under {@code java}. */
class ProgramThreadsTest {
  private static final String PROGRAM =
      """
      void main() throws Exception {
        System.out.println("begun");

        %s
      }
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());

  @AfterEach
  void close() {
    language.close();
  }

  private LiveDocument document() {
    URI uri = folder.resolve("Program.java").toUri();
    return new LiveDocument(language, uri.toString());
  }

  @Test
  void a_pool_that_nobody_shuts_down_keeps_no_program_from_ending() throws Exception {
    try (LiveDocument document = document()) {
      var unused =
          document.open(
              PROGRAM.formatted(
                  "java.util.concurrent.Executors.newFixedThreadPool(2)"
                      + ".execute(() -> System.out.println(\"in a pool\"));"));
      assertEquals("begun; in a pool", document.shown());
    }
  }

  @Test
  void threads_that_wait_for_each_other_for_ever_keep_no_program_from_ending() throws Exception {
    try (LiveDocument document = document()) {
      var unused =
          document.open(
              PROGRAM.formatted(
                  "var main = new java.util.concurrent.CountDownLatch(1);"
                      + " new Thread(() -> { System.out.println(\"waits\");"
                      + " try { main.await(); } catch (InterruptedException e) { } }).start();"));
      assertEquals(
          "begun; waits", document.shown().replaceAll("; [^;]*CountDownLatch[^;]* ", "; "));
    }
  }

  @Test
  void a_thread_that_waits_for_a_daemon_is_waited_for() throws Exception {
    try (LiveDocument document = document()) {
      var unused =
          document.open(
              PROGRAM.formatted(
                  "var done = new java.util.concurrent.CountDownLatch(1);"
                      + " Thread slow = new Thread(() -> {"
                      + " try { Thread.sleep(3_500); } catch (InterruptedException e) { }"
                      + " done.countDown(); });"
                      + " slow.setDaemon(true); slow.start();"
                      + " new Thread(() -> { try { done.await(); }"
                      + " catch (InterruptedException e) { }"
                      + " System.out.println(\"woken\"); }).start();"));
      assertTrue(document.shown().endsWith("woken"), document::shown);
    }
  }

  @Test
  void an_edit_stops_a_thread_that_goes_on_and_on() throws Exception {
    try (LiveDocument document = document()) {
      var unused = document.open(PROGRAM.formatted("System.out.println(1);"));
      document.type(
          PROGRAM.formatted(
              "new Thread(() -> { try { while (true) Thread.sleep(1); }"
                  + " catch (InterruptedException e) { } }).start();"));
      var begun = document.await(BlockStarted.class);
      assertEquals(List.of(4), List.of(begun.block().range().start().line() + 1));
      LiveDocument.Run run = document.edit(PROGRAM.formatted("System.out.println(2);"));
      assertEquals("begun; 2", document.shown());
      assertTrue(run.executed().size() <= 1, () -> run.executed().toString());
    }
  }
}
