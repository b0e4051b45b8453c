package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void a_run_that_has_not_begun_is_stopped_without_touching_any_thread() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    boolean[] interrupted = {false};
    Thread other =
        new Thread(
            () -> {
              try {
                asked.await();
              } catch (InterruptedException e) {
                interrupted[0] = true;
              }
            });
    other.start();
    cancellation.bind();
    cancellation.expect(7);
    cancellation.request(7);
    assertTrue(cancellation.isRequested());
    assertFalse(Thread.interrupted());
    asked.countDown();
    other.join();
    assertFalse(interrupted[0]);
  }

  @Test
  void a_run_that_is_heard_of_only_after_it_was_to_stop_is_stopped_and_the_next_is_not() {
    cancellation.bind();
    cancellation.request(7);
    cancellation.expect(7);
    assertTrue(cancellation.isRequested());
    assertTrue(cancellation.end(100));
    cancellation.expect(8);
    assertFalse(cancellation.isRequested());
  }

  @Test
  void a_run_that_has_begun_is_interrupted_and_another_is_left_alone() {
    cancellation.bind();
    cancellation.expect(7);
    cancellation.begin();
    cancellation.request(6);
    assertFalse(cancellation.isRequested());
    assertFalse(Thread.interrupted());
    cancellation.request(7);
    assertTrue(cancellation.isRequested());
    assertTrue(Thread.interrupted());
    assertTrue(cancellation.end(100));
  }
}
