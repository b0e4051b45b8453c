package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.JavaLanguage;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.WorkspaceEvent.WorkerLost;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody can tell that runs begin before their turn. */
class LookAheadDocumentsTest {
  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
  private final LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD);

  @AfterEach
  void close() {
    document.close();
    language.close();
  }

  @Test
  void what_is_up_to_date_is_not_begun_where_its_values_are_made_again() throws Exception {
    String above = "int a = 1\n\nBigInteger.valueOf(7).pow(20_000_000 + a).bitLength()\n\n";
    String fatal = "\n\nnew byte[Integer.MAX_VALUE - 8].length";
    document.open(above + "a + 1" + fatal);
    document.await(WorkerLost.class);
    LiveDocument.Run run = document.edit(above + "a + 2");
    assertTrue(document.shown().endsWith("; 3"), document.shown());
    assertEquals(List.of(), run.events().stream().filter(WorkerLost.class::isInstance).toList());
  }
}
