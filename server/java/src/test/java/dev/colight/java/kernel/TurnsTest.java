package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns();

  @Test
  void what_a_task_leaves_runs_after_it() {
    List<String> log = new ArrayList<>();
    turns.execute(
        () -> {
          turns.execute(() -> log.add("second"));
          log.add("first");
        });
    assertEquals(List.of("first", "second"), log);
  }

  @Test
  void a_task_knows_whether_others_wait() {
    List<Boolean> last = new ArrayList<>();
    turns.execute(
        () -> {
          last.add(turns.isLast());
          turns.execute(() -> last.add(turns.isLast()));
          last.add(turns.isLast());
        });
    assertEquals(List.of(true, false, true), last);
  }

  @Test
  void tasks_of_many_threads_run_one_after_the_other_and_each_threads_in_order()
      throws InterruptedException {
    int threads = 4;
    int tasks = 10_000;
    // Not safe for use by several threads: an overlap would lose entries or throw.
    List<Integer> log = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(threads * tasks);
    List<Thread> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int number = t;
      all.add(
          new Thread(
              () -> {
                for (int i = 0; i < tasks; i++) {
                  int task = number * tasks + i;
                  turns.execute(
                      () -> {
                        log.add(task);
                        ended.countDown();
                      });
                }
              }));
    }
    all.forEach(Thread::start);
    ended.await();
    int[] next = {0, tasks, 2 * tasks, 3 * tasks};
    for (int task : log) {
      assertEquals(next[task / tasks]++, task);
    }
    assertEquals(threads * tasks, log.size());
  }
}
