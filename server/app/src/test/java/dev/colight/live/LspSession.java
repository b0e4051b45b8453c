package dev.colight.live;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.execution.Language;
import dev.colight.fuzz.Edits;
import dev.colight.lsp.LanguageServerProcess;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.web.WebPreviews;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An editor that speaks the protocol, as far as tests need one. */
final class LspSession implements AutoCloseable {
  private static final int PIPE = 1 << 20;

  /** How long a server may take to end: far longer than it needs on a machine that is busy. */
  private static final long PATIENCE_MILLIS = 60_000;

  final JsonRpcClient rpc;
  private final OutputStream toServer;
  private final @Nullable Thread server;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  /** Begins a session with a server at the other end of two streams. */
  LspSession(InputStream fromServer, OutputStream toServer) throws InterruptedException {
    this(fromServer, toServer, "", null);
  }

  /** Begins a session with a server that wants to see a token. */
  LspSession(InputStream fromServer, OutputStream toServer, String token)
      throws InterruptedException {
    this(fromServer, toServer, ", 'token': '" + token + "'", null);
  }

  private LspSession(
      InputStream fromServer, OutputStream toServer, String options, @Nullable Thread server)
      throws InterruptedException {
    this.toServer = toServer;
    this.server = server;
    rpc = new JsonRpcClient(fromServer, toServer);
    rpc.request(
        "initialize",
        json(
            "{'capabilities': {'workspace': {'inlayHint': {'refreshSupport': true},"
                + " 'workspaceEdit':"
                + " {'documentChanges': true, 'resourceOperations': ['rename']}}},"
                + " 'initializationOptions': {'colight': {'protocol': 1"
                + options
                + "}}}"));
    rpc.notify("initialized", new JsonObject());
  }

  /** Begins a session with a server in this process. */
  static LspSession inProcess(Language language) throws IOException, InterruptedException {
    PipedInputStream fromClient = new PipedInputStream(PIPE);
    PipedInputStream fromServer = new PipedInputStream(PIPE);
    PipedOutputStream toServer = new PipedOutputStream(fromClient);
    PipedOutputStream toClient = new PipedOutputStream(fromServer);
    Thread server =
        new Thread(
            () ->
                LanguageServerProcess.serve(
                    language, WebPreviews.of("test"), "test", fromClient, toClient),
            "test-server");
    server.setDaemon(true);
    server.start();
    return new LspSession(fromServer, toServer, "", server);
  }

  /** Returns JSON that is written with single quotes. */
  static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  /** Opens a document and does not wait. */
  void open(String uri, String text) {
    texts.put(uri, text);
    versions.put(uri, 1);
    JsonObject params = new JsonObject();
    JsonObject item = document(uri);
    item.addProperty("languageId", "jshell");
    item.addProperty("text", text);
    params.add("textDocument", item);
    rpc.notify("textDocument/didOpen", params);
  }

  /** Changes a document into another text by one edit, and does not wait. */
  void type(String uri, String text) {
    TextEdit edit = Edits.between(text(uri), text);
    texts.put(uri, text);
    change(uri, edit.range(), edit.newText());
  }

  /** Sends an edit as it is; the text that this session knows is not the document's any more. */
  void change(String uri, Range range, String newText) {
    versions.merge(uri, 1, Integer::sum);
    JsonObject edit = new JsonObject();
    edit.add("range", range(range));
    edit.addProperty("text", newText);
    JsonArray edits = new JsonArray();
    edits.add(edit);
    JsonObject params = new JsonObject();
    params.add("textDocument", document(uri));
    params.add("contentChanges", edits);
    rpc.notify("textDocument/didChange", params);
  }

  String text(String uri) {
    return Objects.requireNonNull(texts.get(uri));
  }

  /** Waits until all that the last edit set off has run; returns the messages up to there. */
  List<JsonObject> awaitRunEnd(String uri) throws InterruptedException {
    int version = Objects.requireNonNull(versions.get(uri));
    return rpc.awaitAll(
        message -> {
          if (!message.get("method").getAsString().equals("colight/runEnd")) {
            return false;
          }
          JsonObject params = message.getAsJsonObject("params");
          return params.get("uri").getAsString().equals(uri)
              && params.get("version").getAsInt() == version
              && !params.get("status").getAsString().equals("superseded");
        });
  }

  /** Returns the inlay hints of a document as {@code line:column label}. */
  List<String> hints(String uri) throws InterruptedException {
    JsonObject params = about(uri);
    params.add("range", range(Range.of(0, 0, 1_000_000, 0)));
    List<String> hints = new ArrayList<>();
    for (JsonElement hint : rpc.request("textDocument/inlayHint", params).getAsJsonArray()) {
      JsonObject at = hint.getAsJsonObject().getAsJsonObject("position");
      String label = hint.getAsJsonObject().get("label").getAsString();
      hints.add(at.get("line") + ":" + at.get("character") + " " + label);
    }
    return hints;
  }

  /** Returns the Markdown of a hover, or an empty text. */
  String hover(String uri, int line, int column) throws InterruptedException {
    JsonObject params = about(uri);
    params.add("position", position(new Position(line, column)));
    JsonElement hover = rpc.request("textDocument/hover", params);
    return hover.isJsonNull()
        ? ""
        : hover.getAsJsonObject().getAsJsonObject("contents").get("value").getAsString();
  }

  /** Returns the titles of the code lenses. */
  List<String> lenses(String uri) throws InterruptedException {
    List<String> titles = new ArrayList<>();
    for (JsonElement lens : rpc.request("textDocument/codeLens", about(uri)).getAsJsonArray()) {
      JsonObject command = lens.getAsJsonObject().getAsJsonObject("command");
      titles.add(command.get("title").getAsString());
    }
    return titles;
  }

  JsonElement command(String name, Object... arguments) throws InterruptedException {
    JsonObject params = new JsonObject();
    params.addProperty("command", name);
    JsonArray list = new JsonArray();
    for (Object argument : arguments) {
      list.add(argument.toString());
    }
    params.add("arguments", list);
    return rpc.request("workspace/executeCommand", params);
  }

  /** Returns the parameters of a request about a document. */
  static JsonObject about(String uri) {
    JsonObject params = new JsonObject();
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    params.add("textDocument", document);
    return params;
  }

  private JsonObject document(String uri) {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    document.addProperty("version", versions.get(uri));
    return document;
  }

  private static JsonObject range(Range range) {
    JsonObject result = new JsonObject();
    result.add("start", position(range.start()));
    result.add("end", position(range.end()));
    return result;
  }

  private static JsonObject position(Position position) {
    JsonObject result = new JsonObject();
    result.addProperty("line", position.line());
    result.addProperty("character", position.column());
    return result;
  }

  /** Ends the session as the protocol has it. */
  void shutDown() throws Exception {
    rpc.request("shutdown", new JsonObject());
    rpc.notify("exit", new JsonObject());
  }

  /** Hangs up. A server in this process has ended after that: its language may serve another. */
  @Override
  public void close() throws IOException {
    toServer.close();
    if (server != null) {
      try {
        server.join(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
