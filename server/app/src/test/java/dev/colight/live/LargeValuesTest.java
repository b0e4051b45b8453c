package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Values that take more than half of a worker's memory, which has no place for them twice. */
class LargeValuesTest {
  private static final JavaLanguage.Options STANDARD = JavaLanguage.Options.defaults();
  private static final JavaLanguage JAVA =
      new JavaLanguage(
          new JavaLanguage.Options(
              STANDARD.javaHome(), List.of("-Xmx256m"), STANDARD.classPath(), 20));

  @AfterAll
  static void end() {
    JAVA.close();
  }

  private static ResultView last(LiveDocument document) {
    List<BlockView> blocks = document.snapshot().blocks();
    ResultView result = blocks.get(blocks.size() - 1).result();
    assertNotNull(result);
    return result;
  }

  @Test
  void a_value_whose_state_is_not_kept_is_made_anew_where_there_was_the_old_one() throws Exception {
    String text =
        "var all = new ArrayList<byte[]>();\n"
            + "for (int i = 0; i < 1_600; i++) all.add(new byte[100_000]);\n\n"
            + "all.size()";
    try (LiveDocument document = new LiveDocument(JAVA)) {
      document.open(text);
      assertEquals("1600", last(document).outputs().get(0).text());
      for (int more = 1; more < 4; more++) {
        document.edit(text + " + " + more);
        ResultView shown = Objects.requireNonNull(last(document));
        assertEquals(Status.OK, shown.status());
        assertEquals(String.valueOf(1_600 + more), shown.outputs().get(0).text());
      }
    }
  }
}
