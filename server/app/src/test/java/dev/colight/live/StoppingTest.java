package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.workspace.BlockView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.WorkspaceEvent.BlockOutput;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run that was stopped leaves behind: nothing that a clean run would not show. */
class StoppingTest {
  private final CountingLanguage language = new CountingLanguage();
  private final LiveDocument document = new LiveDocument(language);

  @AfterEach
  void close() {
    document.close();
    language.close();
  }

  @Test
  void a_list_that_was_half_filled_is_made_anew() throws InterruptedException {
    String above = "var list = new ArrayList<Integer>();\n\n";
    interrupt(above, "for (int i = 0; ; i++) { if (list.size() < 9) list.add(i); }");
    document.edit(above + "list.add(7); list");
    assertEquals(List.of("[]", "true [7]"), shown());
  }

  @Test
  void a_list_that_an_object_holds_is_made_anew() throws InterruptedException {
    String above = "record Box(List<Integer> list) {}\nvar box = new Box(new ArrayList<>());\n\n";
    interrupt(above, "for (int i = 0; ; i++) { if (i < 9) box.list().add(i); }");
    document.edit(above + "box.list().add(7); box.list()");
    assertEquals(List.of("Box[list=[]]", "true [7]"), shown());
  }

  @Test
  void a_variable_that_was_assigned_has_its_value_again() throws InterruptedException {
    String above = "int n = 3;\n\n";
    interrupt(above, "while (true) n++;");
    document.edit(above + "n + 1");
    assertEquals(List.of("3", "4"), shown());
    assertEquals(1, document.edit(above + "n + 2").executed().size(), "the worker has n still");
  }

  @Test
  void a_static_field_that_was_counted_up_starts_again() throws InterruptedException {
    String above = "class Counter { static int n; }\n\n";
    interrupt(above, "while (true) Counter.n++;");
    document.edit(above + "Counter.n");
    assertEquals(List.of("", "0"), shown());
  }

  @Test
  void a_class_whose_initialiser_was_stopped_can_be_used() throws InterruptedException {
    String above =
        "boolean wait = true;\n\nclass A { static final int N; static {"
            + " System.out.print(\"on\"); for (int i = 0; wait; i++) {} N = 5; } }\n\n";
    interrupt(above, "A.N");
    document.edit(above.replace("true", "false") + "A.N");
    assertEquals(List.of("false", "", "on 5"), shown());
  }

  @Test
  void a_handler_of_errors_is_left_and_what_is_finally_to_be_done_is_done()
      throws InterruptedException {
    document.workspace().setTimeLimit(Duration.ofSeconds(2));
    document.open(
        "System.out.println(\"on\");\n"
            + "try { while (true) {} } catch (Exception e) { System.exit(1); }"
            + " catch (Throwable e) { while (true) {} } finally { new ArrayList<>().add(1); }");
    assertEquals(Status.TIMEOUT, result(0).status());
    assertEquals(List.of("on\n"), shown());
    document.edit("1");
    assertEquals(List.of("1"), shown());
  }

  @Test
  void a_block_that_took_too_long_while_typing_may_take_its_time_when_asked_to()
      throws InterruptedException {
    document.workspace().setTimeLimit(Duration.ofMillis(500));
    document.open("Thread.sleep(1_500); 7");
    assertEquals(Status.TIMEOUT, result(0).status());
    int runs = language.counts().kernelRuns();
    document.edit("Thread.sleep(1_500); 7\n\n8");
    assertEquals(runs + 1, language.counts().kernelRuns(), "it does not run again by itself");
    document.workspace().run(LiveDocument.URI, null, false);
    document.awaitEnd();
    assertEquals(List.of("7", "8"), shown());
  }

  /** Opens a document, and lets its last block run for a while. */
  private void interrupt(String above, String program) throws InterruptedException {
    document.open(above);
    String print = program.equals("A.N") ? "" : "System.out.print(\"on\"); ";
    document.type(above + print + program);
    document.await(BlockOutput.class);
  }

  private ResultView result(int block) {
    BlockView view = document.snapshot().blocks().get(block);
    return Objects.requireNonNull(view.result(), view::toString);
  }

  private List<String> shown() {
    return document.snapshot().blocks().stream()
        .map(block -> Objects.requireNonNull(block.result(), block::toString))
        .map(result -> String.join(" ", result.outputs().stream().map(OutputView::text).toList()))
        .toList();
  }
}
