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

/** A client of the server under test, which opens documents and edits them. */
final class LiveServer implements AutoCloseable {
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

  LiveServer(Language language) throws IOException, InterruptedException {
    pipe = new LspPipe(language);
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
    JsonObject document = document(uri);
    document.addProperty("languageId", "jshell");
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    return await(uri, pipe.send(message("textDocument/didOpen", params)));
  }

  /** Writes another number at a spot, and waits until all that it affects has run. */
  Run edit(String uri, Spot spot, int number) throws IOException, InterruptedException {
    JsonObject range = new JsonObject();
    range.add("start", position(spot.line(), spot.column()));
    range.add("end", position(spot.line(), spot.end()));
    JsonObject change = new JsonObject();
    change.add("range", range);
    change.addProperty("text", Integer.toString(number));
    JsonArray changes = new JsonArray();
    changes.add(change);
    JsonObject params = new JsonObject();
    params.add("textDocument", document(uri));
    params.add("contentChanges", changes);
    return await(uri, pipe.send(message("textDocument/didChange", params)));
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
