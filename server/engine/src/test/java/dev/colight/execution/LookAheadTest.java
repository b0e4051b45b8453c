package dev.colight.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.toy.ToySession;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While a block runs it is known what runs next, where nothing unexpected happens. */
class LookAheadTest {
  private final ToySession session = new ToySession();

  private void edit(String... blocks) {
    session.text(String.join("\n\n", blocks));
  }

  private void ran(String... expected) {
    assertEquals(List.of(expected), session.ran);
  }

  private void foreseen(String... expected) {
    assertEquals(List.of(expected), session.foreseen);
  }

  @Test
  void what_reads_a_changed_number_is_foreseen_and_what_reads_that() {
    edit("int a = 1", "show 7", "int b = a + 1", "show b");
    edit("int a = 2", "show 7", "int b = a + 1", "show b");
    ran("int a = 2", "int b = a + 1", "show b");
    foreseen("int b = a + 1", "show b");
  }

  @Test
  void what_compiles_by_then_is_foreseen_when_a_document_is_opened() {
    edit("show 1", "show 2", "show 3");
    foreseen("show 2", "show 3");
  }

  @Test
  void nothing_is_foreseen_that_does_not_run() {
    edit("int a = 1 + 1", "show a");
    edit("int a = 2", "show a");
    ran("int a = 2");
    foreseen();
  }

  @Test
  void a_run_that_touches_what_can_be_changed_is_not_foreseen() {
    edit("int n = 1", "box b = n", "b << 3", "show b");
    edit("int n = 2", "box b = n", "b << 3", "show b");
    foreseen("box b = n");
  }

  @Test
  void what_took_long_is_not_foreseen() {
    session.kernel.nanos = 1_000_000_000;
    edit("int a = 1", "show a");
    edit("int a = 2", "show a");
    ran("int a = 2", "show a");
    foreseen();
  }

  @Test
  void who_reads_a_value_is_not_sent_ahead_where_it_is_only_made_again() {
    edit("int a = 1", "show a", "show a + 1");
    session.kernel.lose();
    session.on(new PlannerEvent.KernelSaid(new KernelEvent.Lost(null, "killed", true)));
    edit("int a = 1", "show a", "show a + 2");
    ran("int a = 1", "show a + 2");
    assertEquals(0, session.misjudged);
  }

  @Test
  void what_runs_again_in_any_case_is_foreseen() {
    edit("int a = 1", "show a");
    session.foreseen.clear();
    session.on(new PlannerEvent.RestartAsked());
    foreseen("show a");
  }

  @Test
  void after_a_run_that_somebody_let_touch_the_outside_world_nothing_is_foreseen() {
    edit("int a = ^x", "show a", "show 2");
    session.save();
    ran("int a = ^x", "show a");
    foreseen();
  }
}
