package dev.colight.lsp.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.protocol.BlockInfo;
import dev.colight.protocol.BlockKind;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.BlockState;
import dev.colight.protocol.ResultStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static Message message(Object params) {
    NotificationMessage message = new NotificationMessage();
    message.setMethod("test");
    message.setParams(params);
    return message;
  }

  private static BlockResultParams result(String block, int run, ResultStatus status) {
    Range range = new Range(new Position(0, 0), new Position(0, 1));
    BlockInfo info =
        new BlockInfo(
            block,
            "",
            0,
            BlockKind.CODE,
            range,
            BlockState.FRESH,
            List.of(),
            List.of(),
            null,
            null,
            null);
    return new BlockResultParams("file:///a", 1, run, info, status, false, List.of(), null, 0);
  }

  /** Sends all of these while the first one is stuck; returns what came through. */
  private static List<Object> sent(Object... params) throws InterruptedException {
    List<Object> written = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    try (Outbox outbox =
        new Outbox(
            message -> {
              stuck.countDown();
              try {
                free.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              written.add(((NotificationMessage) message).getParams());
            },
            null)) {
      outbox.consume(message("first"));
      stuck.await();
      Stream.of(params).map(OutboxTest::message).forEach(outbox::consume);
      free.countDown();
    }
    return written;
  }

  @Test
  void a_client_for_which_too_much_waits_is_given_up_once() throws Exception {
    List<Object> written = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger overflows = new AtomicInteger();
    CountDownLatch free = new CountDownLatch(1);
    try (Outbox outbox =
        new Outbox(
            message -> {
              try {
                free.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              written.add(((NotificationMessage) message).getParams());
            },
            overflows::incrementAndGet)) {
      for (int i = 0; i < 30_000; i++) {
        outbox.consume(message(i));
      }
      assertEquals(1, overflows.get());
      free.countDown();
    }
    assertTrue(written.size() <= 1, "only what was being written is written");
  }

  @Test
  void nothing_that_counts_is_lost_or_reordered() throws Exception {
    assertEquals(List.of("first", "a", "b", "c"), sent("a", "b", "c"));
  }

  @Test
  void while_a_client_does_not_read_only_the_last_result_of_a_block_is_kept() throws Exception {
    BlockResultParams newest = result("b1", 3, ResultStatus.OK);
    BlockResultParams other = result("b2", 1, ResultStatus.OK);
    assertEquals(
        List.of("first", other, "end", newest),
        sent(
            result("b1", 1, ResultStatus.OK),
            other,
            result("b1", 2, ResultStatus.ERROR),
            "end",
            newest));
  }

  @Test
  void an_unchanged_result_takes_nothing_away() throws Exception {
    BlockResultParams full = result("b1", 1, ResultStatus.OK);
    BlockResultParams unchanged = result("b1", 2, ResultStatus.UNCHANGED);
    assertEquals(List.of("first", full, unchanged), sent(full, unchanged));
  }
}
