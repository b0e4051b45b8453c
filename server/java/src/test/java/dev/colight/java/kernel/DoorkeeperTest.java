package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in as a worker. */
@Timeout(60)
class DoorkeeperTest {
  private static final String SECRET = "0123456789abcdef";

  static Stream<byte[]> strangers() {
    byte[] random = new byte[10_000];
    new Random(1).nextBytes(random);
    byte[] right = Frames.encode(new FromWorker.Hello(SECRET));
    byte[] otherVersion = right.clone();
    otherVersion[4]++;
    return Stream.of(
        Frames.encode(new FromWorker.Hello("wrong")),
        Frames.encode(new FromWorker.Hello("")),
        Frames.encode(new FromWorker.Exiting()),
        Frames.encode(new FromWorker.Hello("x".repeat(Frames.MAX_HELLO_LENGTH))),
        "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
        random,
        new byte[0],
        Arrays.copyOf(right, right.length - 1),
        otherVersion);
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void a_stranger_is_turned_away_and_the_worker_let_in(byte[] said) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket stranger = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket worker = new Socket(server.getInetAddress(), server.getLocalPort())) {
      stranger.getOutputStream().write(said);
      stranger.shutdownOutput();
      Frames.send(worker.getOutputStream(), new FromWorker.Hello(SECRET));
      try (Socket admitted = Doorkeeper.admit(server, SECRET, 30_000).socket()) {
        assertEquals(worker.getLocalPort(), admitted.getPort());
      }
    }
  }

  @Test
  void one_who_says_nothing_does_not_keep_the_worker_out() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket silent = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket worker = new Socket(server.getInetAddress(), server.getLocalPort())) {
      Frames.send(worker.getOutputStream(), new FromWorker.Hello(SECRET));
      try (Socket admitted = Doorkeeper.admit(server, SECRET, 30_000).socket()) {
        assertEquals(worker.getLocalPort(), admitted.getPort());
      }
      assertEquals(-1, silent.getInputStream().read());
    }
  }

  @Test
  void where_nobody_comes_it_gives_up() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThrows(IOException.class, () -> Doorkeeper.admit(server, SECRET, 10));
    }
  }
}
