package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.colight.worker.wire.ToWorker.Limits;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HelperTest {
  private static final int LONG = 60_000;

  /** What the first of two tasks has left of its time is there for the second, too. */
  private static final int FIRST = 5_000;

  private final Helper helper = new Helper(HelperTest.class.getClassLoader());
  private final CountDownLatch never = new CountDownLatch(1);

  private static Limits rendering(int millis) {
    return new Limits(1 << 10, 1 << 10, millis, LONG);
  }

  @Test
  void of_two_tasks_the_second_goes_on_with_what_the_first_gives() {
    Helper.Both<String, Integer> both =
        helper.callBoth(() -> "four", String::length, rendering(LONG), LONG, () -> false);
    assertEquals("four", both.first());
    assertEquals(4, both.second());
  }

  @Test
  void a_second_task_that_takes_too_long_costs_the_first_nothing() {
    Helper.Both<String, String> both =
        helper.callBoth(() -> "in time", this::await, rendering(FIRST), 1, () -> false);
    assertEquals("in time", both.first());
    assertNull(both.second());
    assertFalse(helper.isTainted());
    assertEquals("next", helper.call(() -> "next", rendering(LONG), () -> false));
  }

  @Test
  void what_a_first_task_gives_once_it_is_interrupted_comes_too_late() {
    AtomicBoolean went = new AtomicBoolean();
    Helper.Both<String, Boolean> both =
        helper.callBoth(
            () -> await("too late"), text -> went.getAndSet(true), rendering(1), LONG, () -> false);
    assertNull(both.first());
    assertNull(both.second());
    assertFalse(went.get());
    assertFalse(helper.isTainted());
  }

  private String await(String text) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return text;
  }
}
