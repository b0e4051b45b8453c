package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.WorkspaceEvent.BlockFinished;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Blocks that run again although their keys are the same. */
class RunAgainTest {
  private static final JavaLanguage JAVA = new JavaLanguage(JavaLanguage.Options.defaults());
  private static final String TEXT = "System.nanoTime()\n\n1 + 1";

  @AfterAll
  static void end() {
    JAVA.close();
  }

  private static String shown(LiveDocument document) {
    BlockView block = document.snapshot().blocks().get(0);
    return Objects.requireNonNull(block.result()).outputs().get(0).text();
  }

  private static void assertToldOfWhatIsNew(Consumer<LiveDocument> again) throws Exception {
    try (LiveDocument document = new LiveDocument(JAVA)) {
      document.open(TEXT);
      String before = shown(document);
      again.accept(document);
      LiveDocument.Run run = document.awaitEnd();
      assertNotEquals(before, shown(document));
      List<Boolean> unchanged =
          run.events().stream()
              .filter(BlockFinished.class::isInstance)
              .map(event -> ((BlockFinished) event).unchanged())
              .toList();
      assertEquals(false, unchanged.get(0));
    }
  }

  @Test
  void a_client_is_told_of_other_outputs_after_a_restart() throws Exception {
    assertToldOfWhatIsNew(document -> document.workspace().restart(LiveDocument.URI));
  }

  @Test
  void a_client_is_told_of_other_outputs_after_a_run_that_was_asked_for() throws Exception {
    assertToldOfWhatIsNew(document -> document.workspace().run(LiveDocument.URI, null, true));
  }
}
