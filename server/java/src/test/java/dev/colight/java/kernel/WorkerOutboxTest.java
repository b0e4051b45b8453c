package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.ToWorker;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerOutboxTest {
  private static final int MESSAGES = 20_000;

  private static ToWorker define(int number) {
    byte[] bytes = new byte[number % 7 == 0 ? 5_000 : 100];
    return new ToWorker.Define(List.of(new ToWorker.ClassFile("C" + number, bytes)));
  }

  private static ToWorker run(int number) {
    return new ToWorker.Run(
        number,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        ToWorker.Limits.DEFAULT,
        true,
        false,
        false);
  }

  @Test
  void sending_never_waits_for_a_worker_that_does_not_read_and_keeps_the_order() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket ours = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket theirs = server.accept()) {
      WorkerOutbox outbox = new WorkerOutbox(ours.getOutputStream(), new WorkerTraffic());
      Thread writer = Daemons.start("writer", outbox::writeForever);
      for (int i = 0; i < MESSAGES; i++) {
        outbox.send(List.of(define(i), run(i)));
      }
      // All of it is on its way, though nobody has read a byte.
      InputStream in = theirs.getInputStream();
      for (int i = 0; i < MESSAGES; i++) {
        assertEquals("C" + i, ((ToWorker.Define) read(in)).classes().get(0).name());
        assertEquals(i, ((ToWorker.Run) read(in)).run());
        if (i % 100 == 0) {
          outbox.answered();
        }
      }
      writer.interrupt();
    }
  }

  private static ToWorker read(InputStream in) throws IOException {
    return Frames.receiveToWorker(in);
  }
}
