package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long runs wait for what others have left in the pool that all code shares. */
class CommonPoolTest {
  private int pauses;
  private final CommonPool pool = new CommonPool(() -> pauses * 1_000_000L, () -> pauses++);
  private CountDownLatch end = new CountDownLatch(1);
  private Future<Boolean> left = CompletableFuture.completedFuture(true);

  @BeforeEach
  void rest() {
    assertTrue(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES));
  }

  @AfterEach
  void finish() throws Exception {
    end.countDown();
    assertTrue(left.get());
    rest();
  }

  private void leaveTask() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    end = last;
    left =
        ForkJoinPool.commonPool()
            .submit(
                () -> {
                  started.countDown();
                  last.await();
                  return true;
                });
    started.await();
  }

  private int pausesFor(int millis, boolean idle) {
    int before = pauses;
    assertEquals(idle, pool.awaitIdle(millis));
    return pauses - before;
  }

  @Test
  void what_goes_on_and_on_is_waited_for_once_and_not_by_each_run_again() throws Exception {
    leaveTask();
    assertEquals(20, pausesFor(20, false));
    assertEquals(0, pausesFor(20, false));
    assertEquals(480, pausesFor(500, false), "who may wait longer does");
    assertEquals(0, pausesFor(500, false));
    finish();
    assertEquals(0, pausesFor(20, true));
    leaveTask();
    assertEquals(20, pausesFor(20, false), "another one is waited for, too");
  }

  @Test
  void a_caller_that_was_interrupted_waits_all_the_same_and_stays_so() throws Exception {
    leaveTask();
    Thread.currentThread().interrupt();
    assertFalse(pool.awaitIdle(20));
    assertTrue(Thread.interrupted());
    assertTrue(pauses > 0);
  }
}
