package dev.colight.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.execution.Language;
import dev.colight.lsp.LanguageServerProcess;
import dev.colight.web.WebPreviews;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The language server at the other end of a pair of pipes. What comes is stamped with its time when
 * its last byte has been read, and parsed when it is taken, so that a client's own work is not in
 * the way of the time that it measures.
 */
final class LspPipe implements AutoCloseable {
  private static final int PIPE = 1 << 20;
  private static final int PATIENCE_MINUTES = 5;
  private static final String LENGTH = "content-length:";

  private final OutputStream toServer;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final Ending server;

  /** Waits for the server to end, after its input has been closed. */
  private interface Ending {
    void await() throws InterruptedException;
  }

  /** A message, or, with an empty body, the end of all. */
  private record Frame(String body, long nanos) {}

  /**
   * A message from the server.
   *
   * @param nanos when it was there, by {@link System#nanoTime}
   */
  record Received(JsonObject message, long nanos) {
    String method() {
      return message.has("method") ? message.get("method").getAsString() : "";
    }

    JsonObject params() {
      return message.getAsJsonObject("params");
    }
  }

  /** Speaks to a process. */
  LspPipe(Process process) {
    toServer = process.getOutputStream();
    server = process::waitFor;
    start("bench-reader", () -> read(new BufferedInputStream(process.getInputStream())));
  }

  /** Starts a server for documents in a language, in this process. */
  LspPipe(Language language) throws IOException {
    PipedInputStream fromClient = new PipedInputStream(PIPE);
    PipedInputStream fromServer = new PipedInputStream(PIPE);
    PipedOutputStream toClient = new PipedOutputStream(fromServer);
    toServer = new PipedOutputStream(fromClient);
    server =
        start(
                "bench-server",
                () ->
                    LanguageServerProcess.serve(
                        language, WebPreviews.of("bench"), "bench", fromClient, toClient))
            ::join;
    start("bench-reader", () -> read(new BufferedInputStream(fromServer)));
  }

  private static Thread start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Sends a message; returns the time just before. */
  long send(JsonObject message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    long now = System.nanoTime();
    toServer.write(header);
    toServer.write(body);
    toServer.flush();
    return now;
  }

  /** Returns the next message, or null where none comes until a time. */
  @Nullable Received receive(long untilNanos) throws IOException, InterruptedException {
    Frame frame = frames.poll(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    return frame == null ? null : received(frame);
  }

  /** Waits for the next message. */
  Received receive() throws IOException, InterruptedException {
    Frame frame = frames.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (frame == null) {
      throw new IOException("the server is silent");
    }
    return received(frame);
  }

  private static Received received(Frame frame) throws IOException {
    if (frame.body.isEmpty()) {
      throw new IOException("the server is gone");
    }
    return new Received(JsonParser.parseString(frame.body).getAsJsonObject(), frame.nanos);
  }

  private void read(InputStream in) {
    try {
      for (int length = length(in); length >= 0; length = length(in)) {
        byte[] body = in.readNBytes(length);
        long now = System.nanoTime();
        frames.add(new Frame(new String(body, StandardCharsets.UTF_8), now));
      }
    } catch (IOException e) {
      System.err.println("bench: " + e);
    }
    frames.add(new Frame("", System.nanoTime()));
  }

  private static int length(InputStream in) throws IOException {
    StringBuilder header = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      header.append((char) c);
      if (header.length() >= 4 && header.indexOf("\r\n\r\n", header.length() - 4) >= 0) {
        for (String line : header.toString().split("\r\n")) {
          if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
            return Integer.parseInt(line.substring(LENGTH.length()).strip());
          }
        }
        header.setLength(0);
      }
    }
    return -1;
  }

  /** Hangs up, and waits for the server to end. */
  @Override
  public void close() throws IOException {
    toServer.close();
    try {
      server.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
