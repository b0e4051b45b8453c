package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may touch the outside world. */
class GuardTest {
  private static final String WRITES = "writes files";

  private final Cancellation cancellation = new Cancellation();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final List<Long> started = new CopyOnWriteArrayList<>();
  private final Guard guard = new Guard(cancellation, notes::add, started::add);
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  /** What one test has left in the common pool is no matter of the next. */
  @BeforeEach
  void rest() {
    assertTrue(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES));
  }

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private void begin(int run, boolean free) {
    cancellation.expect(run);
    cancellation.begin();
    guard.begin(run, free, () -> List.of("colight.B"));
  }

  private @Nullable DeniedEffect end() {
    DeniedEffect denied = guard.end();
    cancellation.end(0);
    return denied;
  }

  private void touch() {
    guard.accept(WRITES, null);
  }

  private boolean mayTouch(ExecutorService thread) throws Exception {
    Future<Boolean> answer = thread.submit((Callable<Boolean>) this::mayTouch);
    return answer.get();
  }

  private boolean mayTouch() {
    try {
      touch();
      return true;
    } catch (DeniedEffect e) {
      return false;
    }
  }

  @Test
  void a_run_that_somebody_asked_for_may() {
    begin(1, true);
    touch();
    assertNull(end());
  }

  @Test
  void a_process_is_told_and_denied_to_nobody_who_was_let_start_it() {
    begin(1, false);
    guard.accept("has started a process", 4242L);
    assertNull(end());
    assertEquals(List.of(4242L), started);
  }

  @Test
  void any_other_run_may_not_and_is_stopped_even_if_it_goes_on() {
    begin(1, false);
    assertThrows(DeniedEffect.class, this::touch);
    assertTrue(cancellation.isRequested());
    DeniedEffect denied = end();
    assertNotNull(denied);
    assertEquals(WRITES, denied.does());
  }

  @Test
  void its_threads_may_not_either() throws Exception {
    begin(1, false);
    assertFalse(mayTouch(pool));
    assertNotNull(end());
  }

  @Test
  void threads_of_a_run_that_may_still_may_when_others_run() throws Exception {
    begin(1, true);
    assertTrue(mayTouch(pool));
    assertNull(end());
    assertTrue(mayTouch(pool));
    begin(2, false);
    assertTrue(mayTouch(pool));
    assertNull(end());
  }

  @Test
  void threads_of_a_run_that_may_not_never_may() throws Exception {
    begin(1, false);
    assertFalse(mayTouch(pool));
    end();
    begin(2, true);
    assertFalse(mayTouch(pool));
    assertNull(end());
    assertFalse(mayTouch(pool));
  }

  /** A run leaves a task in the common pool; tells whether that may do it while the next runs. */
  private boolean mayTouchLater(boolean leaverMay, boolean nextMay) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    begin(1, leaverMay);
    Future<Boolean> left =
        ForkJoinPool.commonPool()
            .submit(
                () -> {
                  started.countDown();
                  go.await();
                  return mayTouch();
                });
    started.await();
    assertNull(end());
    begin(2, nextMay);
    go.countDown();
    boolean touched = left.get();
    assertNull(end());
    return touched;
  }

  @Test
  void what_an_earlier_run_left_in_the_common_pool_may_not_because_another_run_may()
      throws Exception {
    assertFalse(mayTouchLater(false, true));
  }

  @Test
  void what_an_earlier_run_left_in_the_common_pool_does_not_count_for_a_run_that_may_not()
      throws Exception {
    assertFalse(mayTouchLater(true, false));
    assertEquals(1, notes.size());
  }

  @Test
  void what_the_jdk_does_to_clean_up_may_not_because_a_run_may() throws Exception {
    ThreadGroup top = Thread.currentThread().getThreadGroup();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    CountDownLatch go = new CountDownLatch(1);
    FutureTask<Boolean> cleaned =
        new FutureTask<>(
            () -> {
              go.await();
              return mayTouch();
            });
    new Thread(top, cleaned).start();
    begin(1, true);
    go.countDown();
    assertFalse(cleaned.get());
    assertNull(end());
  }

  @Test
  void threads_that_serve_all_runs_may_do_what_the_present_one_may() throws Exception {
    begin(1, true);
    assertTrue(mayTouch(ForkJoinPool.commonPool()));
    end();
    begin(2, false);
    assertFalse(mayTouch(ForkJoinPool.commonPool()));
    assertNotNull(end());
  }

  @Test
  void nobody_may_between_runs() {
    begin(1, true);
    end();
    assertThrows(DeniedEffect.class, this::touch);
  }

  @Test
  void people_are_told_once_what_was_denied_to_code_whose_run_has_ended() throws Exception {
    begin(1, false);
    assertFalse(mayTouch(pool));
    assertNotNull(end());
    assertEquals(List.of(), notes);
    assertFalse(mayTouch(pool));
    begin(2, true);
    assertFalse(mayTouch(pool));
    assertNull(end());
    assertEquals(1, notes.size());
    assertTrue(notes.get(0).startsWith(WRITES + ": "), notes.get(0));
  }

  @Test
  void reading_and_what_the_jdk_loads_for_itself_is_free() {
    begin(1, false);
    guard.accept(WRITES, 0);
    guard.accept("calls native code", String.class);
    assertNull(end());
  }
}
