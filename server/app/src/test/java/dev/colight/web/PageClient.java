package dev.colight.web;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A page, as far as tests need one. */
final class PageClient implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  /** What came: notifications, and answers to requests, in order. */
  final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();

  /** The code with which the server closed the connection; -1 where it just broke. */
  final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;
  private int lastId;

  /** Connects and initializes. */
  PageClient(ServerFixture server, List<String> renders) throws Exception {
    this(server.host(), server.cookie().substring("Cookie: ".length()), renders);
  }

  PageClient(String host, String cookie, List<String> renders) throws Exception {
    socket = connect(host, cookie, this);
    request(
        "initialize",
        "{'capabilities': {}, 'initializationOptions': {'colight': {'protocol': 1, 'renders': "
            + new Gson().toJson(renders)
            + ", 'urls': true, 'sources': true}}}");
    notify("initialized", "{}");
  }

  /** Opens a WebSocket as a browser does that has been let in. */
  static WebSocket connect(String host, String cookie, WebSocket.Listener listener)
      throws Exception {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Cookie", cookie)
        .header("Origin", "http://" + host)
        .buildAsync(URI.create("ws://" + host + "/ws"), listener)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
      text.setLength(0);
      messages.add(message);
      if (message.has("id") && message.get("id").isJsonPrimitive() && !message.has("method")) {
        Objects.requireNonNull(waiting.remove(message.get("id").getAsInt())).complete(message);
      }
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(-1);
  }

  /** Asks with params in JSON with single quotes; returns the whole answer. */
  JsonObject ask(String method, String params) throws Exception {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(++lastId, answer);
    send("{'jsonrpc':'2.0','id':" + lastId + ",'method':'" + method + "','params':" + params + "}");
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Asks, and returns the result. */
  JsonElement request(String method, String params) throws Exception {
    JsonObject answer = ask(method, params);
    return answer.has("result") ? answer.get("result") : fail(method + ": " + answer);
  }

  void notify(String method, String params) throws Exception {
    send("{'jsonrpc':'2.0','method':'" + method + "','params':" + params + "}");
  }

  /** Sends a text with double quotes for single ones. */
  void send(String message) throws Exception {
    socket.sendText(message.replace('\'', '"'), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Begins to watch a document; returns all of it. */
  JsonObject watch(String uri) throws Exception {
    return request("colight/document", "{'uri': '" + uri + "'}").getAsJsonObject();
  }

  void sendBinary(ByteBuffer bytes) throws Exception {
    socket.sendBinary(bytes, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits for a message; returns it last, after those that came before it. */
  List<JsonObject> await(Predicate<JsonObject> wanted) throws InterruptedException {
    List<JsonObject> seen = new ArrayList<>();
    while (true) {
      JsonObject message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        return fail("it does not come, but " + seen);
      }
      seen.add(message);
      if (wanted.test(message)) {
        return seen;
      }
    }
  }

  /** Waits for the end of all that runs for a version. */
  List<JsonObject> awaitRunEnd(int version) throws InterruptedException {
    return await(message -> isEnd(message, version));
  }

  static boolean isEnd(JsonObject message, int version) {
    if (!"colight/runEnd".equals(method(message))) {
      return false;
    }
    JsonObject params = message.getAsJsonObject("params");
    return params.get("version").getAsInt() == version
        && !params.get("status").getAsString().equals("superseded");
  }

  static String method(JsonObject message) {
    return message.has("method") ? message.get("method").getAsString() : "";
  }

  @Override
  public void close() {
    socket.abort();
  }
}
