package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.Expansion;
import dev.colight.java.JavaLanguage;
import dev.colight.lsp.view.Identities;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that show more than text, from their text to what is shown. */
class DisplayDocumentsTest {

  private static JavaLanguage language;
  private LiveDocument document;

  @BeforeAll
  static void open() {
    language = new JavaLanguage(JavaLanguage.Options.defaults());
  }

  @AfterAll
  static void close() {
    language.close();
  }

  @BeforeEach
  void start() {
    document = new LiveDocument(language);
  }

  @AfterEach
  void end() {
    document.close();
  }

  private OutputView last() {
    List<BlockView> blocks = document.snapshot().blocks();
    ResultView result = Objects.requireNonNull(blocks.get(blocks.size() - 1).result());
    return result.outputs().get(result.outputs().size() - 1);
  }

  private Expansion expand(OutputView output) throws Exception {
    String reference = Objects.requireNonNull(output.expandable());
    return Objects.requireNonNull(
        document
            .workspace()
            .expand(document.snapshot().uri(), reference, 0, 10)
            .get(1, TimeUnit.MINUTES));
  }

  private Verification verified() throws Exception {
    return document
        .workspace()
        .verify(document.snapshot().uri(), Duration.ofMinutes(2), Identities::without)
        .get(3, TimeUnit.MINUTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gallery", "inputs"})
  void the_examples_run_and_show_the_same_each_time(String name) throws Exception {
    document.open(Files.readString(Path.of("../../examples/" + name + ".jsh")));
    for (BlockView block : document.snapshot().blocks()) {
      ResultView result = block.result();
      if (result != null) {
        assertEquals(Status.OK, result.status(), () -> block.text() + result);
      }
    }
    Verification.Compared compared = (Verification.Compared) verified();
    assertEquals(List.of(), compared.differences());
  }

  @Test
  void the_types_of_a_document_go_by_the_names_that_it_gives_them() throws Exception {
    document.open(
        "record Point(int x, Object y) {}\nvar all = List.of(new Point(1, List.of()), 2)");
    String tree = last().mime().get("application/vnd.colight.tree+json");
    assertTrue(String.valueOf(tree).contains("\"type\":\"Point\""), tree);
    assertTrue(!String.valueOf(tree).contains("colight"), tree);
  }

  @Test
  void after_edits_and_changes_in_place_a_clean_run_shows_the_same() throws Exception {
    String text = "var list = new ArrayList<Object>(Collections.nCopies(200, List.of(1)))\n\n";
    document.open(text + "list.add(2);\nlist");
    document.edit(text + "list.add(3);\nlist");
    document.edit(text + "list.add(3);\n\nlist.add(4);\nlist");
    Verification.Compared compared = (Verification.Compared) verified();
    assertEquals(List.of(), compared.differences());
    assertEquals(202, expand(last()).total());
  }

  @Test
  void a_result_from_the_cache_can_be_looked_into_or_says_why_not() throws Exception {
    String text = "Collections.nCopies(200, 1)";
    document.open(text);
    OutputView first = last();
    document.edit("1");
    document.edit(text);
    assertEquals(first, last());
    assertEquals(200, expand(last()).total());
    document.edit("Runtime.getRuntime().halt(1);");
    document.edit(text);
    assertEquals(first, last());
    assertNotNull(expand(last()).problem());
    document.workspace().run(document.snapshot().uri(), null, true);
    document.awaitEnd();
    assertNull(expand(last()).problem());
  }

  @Test
  void a_moved_input_runs_what_depends_on_it_with_its_new_value() throws Exception {
    document.open(
        "import static dev.colight.display.Display.*;\n\n"
            + "int n = slider(\"n\", 1, 10, 3)\n\nSystem.nanoTime()\n\nn * 2");
    assertEquals("6", last().text());
    BlockView slider = document.snapshot().blocks().get(1);
    document.workspace().input(document.snapshot().uri(), slider.id(), "n", "5");
    LiveDocument.Run run = document.awaitEnd();
    assertEquals("10", last().text());
    assertEquals(2, run.executed().size());
  }
}
