package dev.colight.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.colight.bench.BenchDocument.Spot;
import dev.colight.bench.LspPipe.Received;
import dev.colight.execution.Language;
import dev.colight.protocol.Protocol;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the server under test, which opens documents and edits them. */
final class LiveServer implements AutoCloseable {
  /** How long what was asked for last may take to be shown. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final LspPipe pipe;
  private final Map<String, Integer> versions = new HashMap<>();

  /**
   * What came of a change, times in milliseconds since it was sent.
   *
   * @param first when the first result of a block was there; 0 where none came
   * @param last when the last one was
   * @param end when the server said that the run had ended
   * @param executed blocks that ran, as the server counts them
   * @param value last value of the last block that has one
   */
  record Run(
      double first, double last, double end, int executed, int results, int failed, String value) {}

  /** Starts a server in this process. */
  LiveServer(Language language) throws IOException, InterruptedException {
    this(new LspPipe(language));
  }

  /** Begins a session with a server. */
  LiveServer(LspPipe pipe) throws IOException, InterruptedException {
    this.pipe = pipe;
    JsonObject colight = new JsonObject();
    colight.addProperty("protocol", Protocol.VERSION);
    JsonObject options = new JsonObject();
    options.add(Protocol.SECTION, colight);
    JsonObject params = new JsonObject();
    params.add("capabilities", new JsonObject());
    params.add("initializationOptions", options);
    JsonObject initialize = message("initialize", params);
    initialize.addProperty("id", 1);
    pipe.send(initialize);
    pipe.receive();
    pipe.send(message("initialized", new JsonObject()));
  }

  /** Opens a document and waits until all of it has run. */
  Run open(String uri, String text) throws IOException, InterruptedException {
    return await(uri, open(uri, "jshell", text));
  }

  /** Opens a source that documents use. */
  void openSource(String uri, String text) throws IOException {
    open(uri, "java", text);
  }

  private long open(String uri, String language, String text) throws IOException {
    JsonObject document = document(uri);
    document.addProperty("languageId", language);
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    return pipe.send(message("textDocument/didOpen", params));
  }

  /** Writes another number at a spot, and waits until all that it affects has run. */
  Run edit(String uri, Spot spot, int number) throws IOException, InterruptedException {
    return await(uri, type(uri, spot, Integer.toString(number)));
  }

  /** Replaces lines, and waits until all that this affects has run. */
  Run replaceLines(String uri, int from, int to, String text)
      throws IOException, InterruptedException {
    return await(uri, change(uri, position(from, 0), position(to, 0), text));
  }

  /** Closes a document, whose worker ends. */
  void close(String uri) throws IOException {
    JsonObject params = new JsonObject();
    params.add("textDocument", document(uri));
    pipe.send(message("textDocument/didClose", params));
    versions.remove(uri);
  }

  /** Writes something at a spot; returns the time just before. */
  long type(String uri, Spot spot, String text) throws IOException {
    return change(
        uri, position(spot.line(), spot.column()), position(spot.line(), spot.end()), text);
  }

  /** Moves an input; returns the time just before. */
  long move(String uri, String block, String input, String value) throws IOException {
    JsonObject params = new JsonObject();
    params.addProperty("uri", uri);
    params.addProperty("block", block);
    params.addProperty("name", input);
    params.addProperty("value", value);
    return pipe.send(message(Protocol.INPUT, params));
  }

  private long change(String uri, JsonObject start, JsonObject end, String text)
      throws IOException {
    JsonObject range = new JsonObject();
    range.add("start", start);
    range.add("end", end);
    JsonObject change = new JsonObject();
    change.add("range", range);
    change.addProperty("text", text);
    JsonArray changes = new JsonArray();
    changes.add(change);
    JsonObject params = new JsonObject();
    params.add("textDocument", document(uri));
    params.add("contentChanges", changes);
    return pipe.send(message("textDocument/didChange", params));
  }

  /** A result that has come: the last value in it, and when. */
  record Shown(String value, long nanos) {}

  /** Returns the next result that comes until a time, or null. */
  @Nullable Shown next(long untilNanos) throws IOException, InterruptedException {
    Received received = pipe.receive(untilNanos);
    while (received != null && !received.method().equals(Protocol.BLOCK_RESULT)) {
      received = pipe.receive(untilNanos);
    }
    return received == null
        ? null
        : new Shown(lastValue(received.params().getAsJsonArray("outputs"), ""), received.nanos());
  }

  /** Returns how many milliseconds it takes from a time until a block shows a value. */
  double untilShown(String value, long start) throws IOException, InterruptedException {
    long until = start + PATIENCE_NANOS;
    for (Shown shown = next(until); shown != null; shown = next(until)) {
      if (shown.value().equals(value)) {
        return (shown.nanos() - start) / 1e6;
      }
    }
    throw new IllegalStateException("what was changed is not shown: " + value);
  }

  private Run await(String uri, long start) throws IOException, InterruptedException {
    long first = start;
    long last = start;
    int results = 0;
    String value = "";
    while (true) {
      Received received = pipe.receive();
      String method = received.method();
      if (!method.startsWith(Protocol.SECTION)
          || !uri.equals(received.params().get("uri").getAsString())) {
        continue;
      }
      JsonObject params = received.params();
      if (method.equals(Protocol.BLOCK_RESULT)) {
        first = results++ == 0 ? received.nanos() : first;
        last = received.nanos();
        value = lastValue(params.getAsJsonArray("outputs"), value);
      } else if (method.equals(Protocol.RUN_END)
          && params.get("version").getAsInt() == versions.getOrDefault(uri, 0)) {
        return new Run(
            millis(first - start),
            millis(last - start),
            millis(received.nanos() - start),
            params.get("executed").getAsInt(),
            results,
            params.get("failed").getAsInt(),
            value);
      }
    }
  }

  private static String lastValue(JsonArray outputs, String before) {
    return outputs.isEmpty()
        ? before
        : outputs
            .get(outputs.size() - 1)
            .getAsJsonObject()
            .getAsJsonObject("mime")
            .get("text/plain")
            .getAsString();
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static JsonObject message(String method, JsonObject params) {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  private JsonObject document(String uri) {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    document.addProperty("version", versions.merge(uri, 1, Integer::sum));
    return document;
  }

  private static JsonObject position(int line, int character) {
    JsonObject position = new JsonObject();
    position.addProperty("line", line);
    position.addProperty("character", character);
    return position;
  }

  @Override
  public void close() throws IOException {
    pipe.close();
  }
}
