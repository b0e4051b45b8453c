package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.worker.render.Bundle;
import dev.colight.worker.wire.ToWorker.Limits;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a run writes and displays reaches the server, whatever goes wrong with a part of it. */
class OutputTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final Output output = new Output(new Connection(sent));

  private static Showing.Shown shown(String text) {
    return new Showing.Shown(new Rendering.Shown(text, false), Bundle.NONE, null);
  }

  private static void flush(Output output) {
    Thread flusher = new Thread(output::flushForever, "flusher");
    flusher.setDaemon(true);
    flusher.start();
  }

  private static void write(Output output, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    output.write(false, bytes, 0, bytes.length);
  }

  private String text() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_cannot_be_shown_costs_itself_alone() {
    output.begin(1, Limits.DEFAULT);
    output.display(
        "a",
        1,
        () -> false,
        () -> {
          throw new IllegalStateException("cannot");
        });
    output.display("b", 1, () -> false, () -> shown("the other"));
    output.end();
    assertTrue(text().contains("showing this threw IllegalStateException"), this::text);
    assertTrue(text().contains("the other"), this::text);
  }

  @Test
  void the_flusher_goes_on_after_what_cannot_be_sent() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch later = new CountDownLatch(1);
    OutputStream stream =
        new OutputStream() {
          @Override
          public void write(int b) {
            if (first.getCount() > 0) {
              first.countDown();
              throw new IllegalStateException("cannot be sent");
            }
            later.countDown();
          }
        };
    Output flushed = new Output(new Connection(stream));
    flush(flushed);
    flushed.begin(1, Limits.DEFAULT);
    write(flushed, "one\n");
    assertTrue(first.await(1, TimeUnit.MINUTES));
    write(flushed, "two\n");
    assertTrue(later.await(1, TimeUnit.MINUTES));
  }

  @Test
  void how_much_is_kept_does_not_depend_on_how_often_it_is_sent() {
    output.begin(1, new Limits(10, 4_096, 1_000, 100));
    for (int i = 0; i < 3_000; i++) {
      write(output, "x");
      output.flush();
    }
    assertEquals(3_000, text().chars().filter(c -> c == 'x').count());
    for (int i = 0; i < 3_000; i++) {
      write(output, "x");
    }
    output.end();
    assertEquals(4_096 - 512, text().chars().filter(c -> c == 'x').count());
  }

  @Test
  void few_large_displays_wait_at_a_time_and_no_more_are_rendered_than_can_be_shown() {
    flush(output);
    output.begin(1, Limits.DEFAULT);
    AtomicInteger waiting = new AtomicInteger();
    AtomicInteger made = new AtomicInteger();
    int most = 0;
    Thread.currentThread().interrupt(); // is the program's, and stays
    for (int i = 0; i < 3_000; i++) {
      waiting.incrementAndGet();
      output.display(
          "d" + i,
          1 << 20,
          () -> false,
          () -> {
            waiting.decrementAndGet();
            made.incrementAndGet();
            return shown("x");
          });
      most = i < DisplayBudget.MAX_DISPLAYS ? Math.max(most, waiting.get()) : most;
    }
    assertTrue(Thread.interrupted());
    output.end();
    assertTrue(most <= (Output.MAX_DISPLAYS_WAITING >> 20) + 3, "there were " + most);
    assertEquals(DisplayBudget.MAX_DISPLAYS + 1, made.get());
    assertTrue(text().contains("more displays than can be shown"));
  }

  @Test
  void who_waits_to_display_can_be_stopped() {
    output.begin(1, Limits.DEFAULT);
    output.display("a", 2 * Output.MAX_DISPLAYS_WAITING, () -> false, () -> shown("first"));
    output.display("b", 1, () -> true, () -> shown("second"));
    output.end();
    assertTrue(text().contains("first") && !text().contains("second"), this::text);
  }

  @Test
  void several_threads_can_be_muted_at_a_time() {
    output.begin(1, Limits.DEFAULT);
    output.muted(
        () -> {
          Thread other = new Thread(() -> output.muted(() -> true));
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          write(output, "unheard\n");
          return true;
        });
    write(output, "heard\n");
    output.end();
    assertFalse(text().contains("unheard"), this::text);
    assertTrue(text().contains("heard"), this::text);
  }
}
