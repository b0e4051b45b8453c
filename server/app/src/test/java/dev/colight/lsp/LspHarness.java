package dev.colight.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.protocol.ColightServer;
import dev.colight.workspace.WorkspaceEvent;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.jspecify.annotations.Nullable;

/** A client and a server in one process, over a pair of pipes. */
final class LspHarness implements AutoCloseable {
  static final String URI = "file:///tour.jsh";
  private static final int PIPE = 1 << 20;

  final FakeDocuments documents = new FakeDocuments();
  final RecordingClient client = new RecordingClient();
  final ClientRegistry registry = new ClientRegistry();
  final Launcher<ColightServer> launcher;
  final ColightServer server;
  final CompletableFuture<Integer> exitCode;
  private final PipedOutputStream toServer;

  /** What the server has written, each piece as it came. */
  final Queue<String> written = new ConcurrentLinkedQueue<>();

  /** Whether the previews have ended. */
  volatile boolean previewsClosed;

  LspHarness() throws IOException {
    PipedInputStream fromClient = new PipedInputStream(PIPE);
    PipedInputStream fromServer = new PipedInputStream(PIPE);
    toServer = new PipedOutputStream(fromClient);
    PipedOutputStream toClient =
        new PipedOutputStream(fromServer) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            written.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            super.write(bytes, from, length);
          }
        };
    exitCode =
        CompletableFuture.supplyAsync(
            () ->
                LanguageServerProcess.serve(
                    documents,
                    registry,
                    DocumentTrust.ofAll(),
                    this::previews,
                    "test",
                    fromClient,
                    toClient),
            task -> Threads.daemon("test-server").newThread(task).start());
    launcher =
        new Launcher.Builder<ColightServer>()
            .setLocalService(client)
            .setRemoteInterface(ColightServer.class)
            .setInput(fromServer)
            .setOutput(toServer)
            .create();
    var unused = launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  /** Initializes with capabilities and options in JSON. */
  InitializeResult initialize(String capabilities, String options) throws Exception {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(
        new MessageJsonHandler(Map.of())
            .getGson()
            .fromJson(capabilities, ClientCapabilities.class));
    params.setInitializationOptions(JsonParser.parseString(options));
    InitializeResult result = server.initialize(params).get(30, TimeUnit.SECONDS);
    server.initialized(new InitializedParams());
    return result;
  }

  /** Initializes a client that can do nothing special. */
  void initialize() throws Exception {
    initialize("{}", "{}");
  }

  /** Opens a document with markers, and waits until it is open. */
  void open(String text) throws Exception {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "jshell", 1, text)));
    call("open");
  }

  /** Lets the documents tell what happens in a run. */
  void run() {
    tell(documents.events(URI));
  }

  void tell(List<WorkspaceEvent> events) {
    events.forEach(registry::on);
  }

  /** Waits for a call of the documents that begins like this, passing over others. */
  String call(String start) throws InterruptedException {
    while (true) {
      String call = documents.calls.poll(30, TimeUnit.SECONDS);
      if (call == null || call.startsWith(start)) {
        return String.valueOf(call);
      }
    }
  }

  /** Returns JSON as an object. */
  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private Previews previews(LiveDocuments shown, ClientRegistry heard, DocumentTrust trust) {
    return new Previews() {
      @Override
      public String url(@Nullable String document) {
        return "http://preview/" + document;
      }

      @Override
      public void close() {
        previewsClosed = true;
      }
    };
  }

  /** Closes the client's end. */
  void hangUp() throws IOException {
    toServer.close();
  }

  @Override
  public void close() throws IOException {
    hangUp();
  }
}
