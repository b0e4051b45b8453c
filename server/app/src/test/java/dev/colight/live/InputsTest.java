package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.colight.document.BlockId;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.lsp.view.Identities;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Verification;
import dev.colight.workspace.Verification.Compared;
import dev.colight.workspace.WorkspaceEvent.BlockOutput;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sliders and the like, whose values are not in the text. */
class InputsTest {
  private static final String IMPORT = "import static dev.colight.display.Display.*;\n\n";

  private final CountingLanguage language = new CountingLanguage();
  private final LiveDocument document = new LiveDocument(language);

  @AfterEach
  void close() {
    document.close();
    language.close();
  }

  @Test
  void moving_a_slider_runs_what_depends_on_it_and_nothing_else() throws InterruptedException {
    document.open(
        IMPORT + "int n = slider(\"n\", 0, 10, 3);\n\nint twice = 2 * n;\n\nint other = 7;");
    assertEquals(List.of("3", "6", "7"), shown());
    assertEquals(2, move(1, "n", "5").executed().size());
    assertEquals(List.of("5", "10", "7"), shown());
    assertEquals(2, move(1, "n", "4").executed().size());
    assertEquals(0, move(1, "n", "5").executed().size());
    assertEquals(List.of("5", "10", "7"), shown());
  }

  @Test
  void a_value_that_makes_no_sense_leaves_a_slider_where_its_text_has_it() throws Exception {
    document.open(IMPORT + "int n = slider(\"n\", 0, 10, 3);");
    move(1, "n", "eleven");
    assertEquals(List.of("3"), shown());
    move(1, "n", "11");
    assertEquals(List.of("3"), shown());
  }

  @Test
  void a_block_below_that_would_run_for_ever_gives_way_to_the_next_move() throws Exception {
    document.open(
        IMPORT
            + "int n = slider(\"n\", 0, 10, 1);\n\n"
            + "System.out.println(\"begun\"); while (n == 2) {}\nn + 1");
    document.workspace().input(LiveDocument.URI, id(1), "n", "2");
    document.await(BlockOutput.class);
    move(1, "n", "3");
    assertEquals(List.of("3", "4"), shown());
  }

  @Test
  void a_clean_run_takes_the_inputs_as_they_stand() throws Exception {
    document.open(IMPORT + "int n = slider(\"n\", 0, 10, 3);\n\nn * n");
    move(1, "n", "5");
    Verification found =
        document
            .workspace()
            .verify(LiveDocument.URI, Duration.ZERO, Identities::without)
            .get(60, TimeUnit.SECONDS);
    assertEquals(List.of(), assertInstanceOf(Compared.class, found).differences());
    assertEquals(List.of("5", "25"), shown());
  }

  private LiveDocument.Run move(int block, String name, String value) throws InterruptedException {
    document.workspace().input(LiveDocument.URI, id(block), name, value);
    return document.awaitEnd();
  }

  private BlockId id(int block) {
    return document.snapshot().blocks().get(block).id();
  }

  /** Returns the last value of each block that has one. */
  private List<String> shown() {
    return document.snapshot().blocks().stream()
        .map(BlockView::result)
        .filter(Objects::nonNull)
        .map(InputsTest::values)
        .filter(values -> !values.isEmpty())
        .map(values -> values.get(values.size() - 1))
        .toList();
  }

  private static List<String> values(ResultView result) {
    return result.outputs().stream()
        .filter(output -> output.kind() == Kind.VALUE)
        .map(OutputView::text)
        .toList();
  }
}
