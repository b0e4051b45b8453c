package dev.colight.java.kernel;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Waits for a worker to call back, and turns away whoever does not know the secret. */
final class Doorkeeper {
  /** How long somebody who has connected may take to say the secret. */
  private static final int HELLO_MILLIS = 2_000;

  private static final int BUFFER_BYTES = 64 << 10;

  private Doorkeeper() {}

  /** The worker's connection, and what comes from it after its hello. */
  record Caller(Socket socket, InputStream in) {}

  /** Waits for somebody who knows the secret. Fails after a time, or when the server is closed. */
  static Caller admit(ServerSocket server, String secret, int millis) throws IOException {
    long deadline = System.nanoTime() + millis * 1_000_000L;
    while (true) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IOException("nobody who knows the secret called within " + millis + " ms");
      }
      server.setSoTimeout((int) left);
      Socket socket = server.accept();
      InputStream in = greet(socket, secret);
      if (in != null) {
        return new Caller(socket, in);
      }
      socket.close();
    }
  }

  /** Returns what the other side says from here on, or null where it is not our worker. */
  private static @Nullable InputStream greet(Socket socket, String secret) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(HELLO_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
      FromWorker first = Frames.receiveFromWorker(in, Frames.MAX_HELLO_LENGTH);
      socket.setSoTimeout(0);
      return first instanceof FromWorker.Hello hello && matches(hello, secret) ? in : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Compares in constant time. */
  private static boolean matches(FromWorker.Hello hello, String secret) {
    return MessageDigest.isEqual(
        hello.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }
}
