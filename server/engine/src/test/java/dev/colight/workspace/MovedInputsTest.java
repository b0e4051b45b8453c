package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.document.BlockId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovedInputsTest {
  private static final BlockId BLOCK = new BlockId(1);

  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Map<BlockId, Map<String, String>>> applied = new ArrayList<>();
  private final MovedInputs inputs =
      new MovedInputs(
          later::add,
          moved -> {
            applied.add(moved);
            begin();
          });

  private void begin() {
    inputs.runStarted(true);
  }

  private static Map<BlockId, Map<String, String>> moved(String value) {
    return Map.of(BLOCK, Map.of("x", value));
  }

  @Test
  void a_move_runs_at_once_where_nothing_is_under_way() {
    inputs.move(BLOCK, "x", "1");
    assertEquals(List.of(moved("1")), applied);
  }

  @Test
  void of_moves_during_a_run_the_newest_runs_after_it() {
    inputs.move(BLOCK, "x", "1");
    inputs.move(BLOCK, "x", "2");
    inputs.move(BLOCK, "x", "3");
    assertEquals(List.of(moved("1")), applied);
    inputs.atRest();
    assertEquals(List.of(moved("1"), moved("3")), applied);
    inputs.atRest();
    assertEquals(2, applied.size());
  }

  @Test
  void a_run_that_takes_long_gives_way_to_the_newest_move() {
    inputs.move(BLOCK, "x", "1");
    inputs.move(BLOCK, "x", "2");
    inputs.move(BLOCK, "x", "3");
    assertEquals(1, later.size());
    later.remove().run();
    assertEquals(List.of(moved("1"), moved("3")), applied);
  }

  @Test
  void a_run_that_was_set_off_otherwise_gives_way_at_once() {
    inputs.runStarted(false);
    inputs.move(BLOCK, "x", "1");
    assertEquals(List.of(moved("1")), applied);
  }
}
