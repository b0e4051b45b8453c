package dev.colight.live;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * The bare protocol on a pair of streams. Takes nothing but well-formed frames, keeps all messages,
 * and answers whatever the server asks.
 */
final class JsonRpcClient {
  private static final int PATIENCE_SECONDS = 60;
  private static final String LENGTH = "Content-Length: ";

  private final OutputStream out;
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonObject> notifications = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private int lastId;

  /** Starts to read on a thread of its own. */
  JsonRpcClient(InputStream in, OutputStream out) {
    this.out = out;
    Thread reader = new Thread(() -> read(new DataInputStream(in)), "test-client");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(DataInputStream in) {
    try {
      while (true) {
        take(JsonParser.parseString(frame(in)).getAsJsonObject());
      }
    } catch (EOFException e) {
      ended.complete(null);
    } catch (IOException | RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  /** Reads a frame; the end of the stream is fine between two, and nowhere else. */
  private static String frame(DataInputStream in) throws IOException {
    StringBuilder header = new StringBuilder();
    while (header.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0 && header.isEmpty()) {
        throw new EOFException();
      }
      if (c < 0 || header.length() > 100) {
        throw new IOException("no frame: " + header);
      }
      header.append((char) c);
    }
    if (header.indexOf(LENGTH) != 0) {
      throw new IOException("no frame: " + header);
    }
    byte[] body = new byte[Integer.parseInt(header.substring(LENGTH.length()).trim())];
    in.readFully(body);
    return new String(body, StandardCharsets.UTF_8);
  }

  private void take(JsonObject message) {
    if (message.has("method") && message.has("id")) {
      JsonObject answer = new JsonObject();
      answer.add("id", message.get("id"));
      boolean settings = message.get("method").getAsString().equals("workspace/configuration");
      JsonArray none = new JsonArray();
      none.add(JsonNull.INSTANCE);
      answer.add("result", settings ? none : JsonNull.INSTANCE);
      send(answer);
    }
    if (message.has("method")) {
      notifications.add(message);
    } else {
      CompletableFuture<JsonObject> future = waiting.remove(message.get("id").getAsInt());
      if (future == null) {
        throw new IllegalStateException("nobody asked for " + message);
      }
      future.complete(message);
    }
  }

  private synchronized void send(JsonObject message) {
    message.addProperty("jsonrpc", "2.0");
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    try {
      out.write((LENGTH + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void notify(String method, JsonElement params) {
    JsonObject message = new JsonObject();
    message.addProperty("method", method);
    message.add("params", params);
    send(message);
  }

  /** Asks, and returns the whole answer. */
  JsonObject ask(String method, JsonElement params) throws InterruptedException {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    int id = ++lastId;
    waiting.put(id, answer);
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", params);
    send(message);
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return fail("no answer to " + method + "; the stream: " + ended, e);
    }
  }

  /** Asks, and returns the result. */
  JsonElement request(String method, JsonElement params) throws InterruptedException {
    JsonObject answer = ask(method, params);
    if (answer.has("error")) {
      return fail(method + " is answered by " + answer);
    }
    return answer.get("result");
  }

  /** Waits for a message; returns it last, after those that came before it. */
  List<JsonObject> awaitAll(Predicate<JsonObject> wanted) throws InterruptedException {
    List<JsonObject> seen = new ArrayList<>();
    while (true) {
      JsonObject message = notifications.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        return fail("it does not come; the stream: " + ended + "; but " + seen);
      }
      seen.add(message);
      if (wanted.test(message)) {
        return seen;
      }
    }
  }

  /** Waits until the server has closed its end after whole frames. */
  void awaitEnd() throws Exception {
    ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
