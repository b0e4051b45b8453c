package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class EventTurnsTest {
  /** What the thread would run next; here it is this test's. */
  private final Queue<Runnable> thread = new ArrayDeque<>();

  private final EventTurns turns = new EventTurns(thread::add);
  private final List<String> log = new ArrayList<>();

  @Test
  void who_lends_itself_when_nothing_else_runs_runs_its_event_at_once() {
    turns.lend(() -> log.add("lent"));
    assertEquals(List.of("lent"), log);
    assertTrue(thread.isEmpty());
  }

  @Test
  void an_event_that_comes_while_one_runs_is_left_to_the_thread() {
    turns.lend(
        () -> {
          turns.lend(() -> log.add("second"));
          turns.execute(() -> log.add("third"));
          log.add("first");
        });
    assertEquals(List.of("first"), log);
    runThread();
    assertEquals(List.of("first", "second", "third"), log);
  }

  @Test
  void nobody_overtakes_an_event_that_waits_for_the_thread() {
    turns.execute(() -> log.add("first"));
    turns.lend(() -> log.add("second"));
    assertEquals(List.of(), log);
    runThread();
    assertEquals(List.of("first", "second"), log);
  }

  @Test
  void an_event_that_fails_costs_no_other_its_turn() {
    assertThrows(
        IllegalStateException.class,
        () ->
            turns.lend(
                () -> {
                  turns.lend(() -> log.add("next"));
                  throw new IllegalStateException("on purpose");
                }));
    runThread();
    turns.lend(() -> log.add("last"));
    assertEquals(List.of("next", "last"), log);
  }

  @Test
  void nothing_is_taken_after_the_end_and_what_was_taken_before_has_its_time()
      throws InterruptedException {
    turns.execute(() -> log.add("taken"));
    assertFalse(turns.close(Duration.ZERO));
    assertThrows(RejectedExecutionException.class, () -> turns.execute(() -> log.add("late")));
    assertThrows(RejectedExecutionException.class, () -> turns.lend(() -> log.add("late")));
    runThread();
    assertTrue(turns.close(Duration.ZERO));
    assertEquals(List.of("taken"), log);
  }

  @Test
  void events_of_many_threads_run_one_after_the_other_and_each_threads_in_order()
      throws InterruptedException {
    int threads = 4;
    int events = 5_000;
    ExecutorService own = Executors.newSingleThreadExecutor();
    EventTurns shared = new EventTurns(own);
    // Not safe for use by several threads: an overlap would lose entries or throw.
    List<Integer> order = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(threads * events);
    for (int t = 0; t < threads; t++) {
      int first = t * events;
      Runnable bring =
          () -> {
            for (int i = first; i < first + events; i++) {
              int number = i;
              Runnable event =
                  () -> {
                    order.add(number);
                    ended.countDown();
                  };
              if (i % 2 == 0) {
                shared.lend(event);
              } else {
                shared.execute(event);
              }
            }
          };
      new Thread(bring).start();
    }
    ended.await();
    assertTrue(shared.close(Duration.ofMinutes(1)));
    own.shutdown();
    int[] next = {0, events, 2 * events, 3 * events};
    for (int number : order) {
      assertEquals(next[number / events]++, number);
    }
    assertEquals(threads * events, order.size());
  }

  private void runThread() {
    for (Runnable next = thread.poll(); next != null; next = thread.poll()) {
      next.run();
    }
  }
}
