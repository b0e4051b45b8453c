package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.execution.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which runs take too long, by a clock that the test moves. */
class TimeLimitTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final List<Runnable> timers = new ArrayList<>();
  private final List<RunId> exceeded = new ArrayList<>();
  private long now;
  private @Nullable RunId running;
  private final TimeLimit clock =
      new TimeLimit(
          () -> now,
          (delay, task) -> timers.add(task),
          () -> running,
          (run, limit) -> exceeded.add(run));

  private RunId begun(int number) {
    running = new RunId(number);
    clock.begin(running, LIMIT);
    return running;
  }

  private void pass(Duration time) {
    now += time.toNanos();
    List<Runnable> due = List.copyOf(timers);
    timers.clear();
    due.forEach(Runnable::run);
  }

  @Test
  void a_run_that_goes_on_for_too_long_is_told() {
    RunId run = begun(1);
    pass(LIMIT);
    assertEquals(List.of(run), exceeded);
  }

  @Test
  void a_run_has_all_of_its_time_whenever_the_one_before_it_began() {
    begun(1);
    now += Duration.ofSeconds(20).toNanos();
    RunId second = begun(2);
    pass(Duration.ofSeconds(10));
    assertEquals(List.of(), exceeded);
    pass(Duration.ofSeconds(20));
    assertEquals(List.of(second), exceeded);
  }

  @Test
  void a_run_that_waits_for_its_worker_takes_no_time() {
    begun(1);
    running = new RunId(2);
    pass(LIMIT);
    assertEquals(List.of(), exceeded);
    RunId begun = begun(2);
    pass(LIMIT);
    assertEquals(List.of(begun), exceeded);
  }
}
