package dev.colight.java.kernel;

import dev.colight.worker.Main;
import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts a worker's process, and waits for it to call back and to prove that it is the one. */
final class WorkerLauncher {
  private static final int START_MILLIS = 30_000;

  /** How long somebody who has connected may take to say the secret. */
  private static final int HELLO_MILLIS = 2_000;

  private static final int SECRET_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private WorkerLauncher() {}

  /** Starts a worker and waits until it is ready. */
  static WorkerProcess start(WorkerOptions options) throws IOException {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = new ProcessBuilder(command(options)).redirectErrorStream(true).start();
      Tail tail = new Tail();
      try {
        Daemons.start("colight-worker-drain", () -> tail.drain(process.getInputStream()));
        // Standard input stays open: its end tells the worker that the server is gone.
        OutputStream stdin = process.getOutputStream();
        stdin.write((server.getLocalPort() + " " + secret + "\n").getBytes(StandardCharsets.UTF_8));
        stdin.flush();
        Future<?> unused = process.onExit().thenRun(() -> closeQuietly(server));
        return accept(server, secret, process, tail);
      } catch (IOException e) {
        process.destroyForcibly();
        String written = tail.toString();
        throw new IOException(
            "no worker could be started" + (written.isEmpty() ? "" : ": " + written), e);
      }
    }
  }

  private static WorkerProcess accept(
      ServerSocket server, String secret, Process process, Tail tail) throws IOException {
    long deadline = System.nanoTime() + START_MILLIS * 1_000_000L;
    while (true) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IOException("it did not call back within " + START_MILLIS + " ms");
      }
      server.setSoTimeout((int) left);
      Socket socket = server.accept();
      InputStream in = greet(socket, secret);
      if (in != null) {
        return new WorkerProcess(process, socket, in, tail);
      }
      socket.close();
    }
  }

  /** Returns what the other side says from here on, or null where it is not our worker. */
  private static @Nullable InputStream greet(Socket socket, String secret) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(HELLO_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
      FromWorker hello = Frames.receiveFromWorker(in, Frames.MAX_HELLO_LENGTH);
      socket.setSoTimeout(0);
      boolean right =
          hello instanceof FromWorker.Hello said
              && MessageDigest.isEqual(
                  said.secret().getBytes(StandardCharsets.UTF_8),
                  secret.getBytes(StandardCharsets.UTF_8));
      return right ? in : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static List<String> command(WorkerOptions options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(options.javaHome().resolve("bin").resolve("java").toString());
    // One collector thread, no file to share counters through: what makes a JVM start quickly.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"));
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-Djdk.console=java.base", "-Djava.awt.headless=true"));
    command.addAll(options.javaOptions());
    command.add("-cp");
    command.add(
        Stream.concat(options.classPath().stream(), Stream.of(WorkerCode.location()))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(Main.class.getName());
    return command;
  }

  private static void closeQuietly(ServerSocket server) {
    try {
      server.close();
    } catch (IOException e) {
      // nobody listens any more, which is what was asked for
    }
  }
}
