package dev.colight.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.colight.fuzz.Edits;
import dev.colight.java.JavaLanguage;
import dev.colight.lsp.LanguageServerProcess;
import dev.colight.lsp.view.Audience;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Presentation;
import dev.colight.protocol.ColightServer;
import dev.colight.protocol.DocumentParams;
import dev.colight.protocol.DocumentResult;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import dev.colight.web.WebPreviews;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.Workspace;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server with a worker tells of a document that is edited at random moments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveClientTest {
  private static final String URI = "file:///edited.jsh";
  private static final int PIPE = 1 << 20;
  private static final int PATIENCE_SECONDS = 60;
  private static final int EDITS = 60;
  private static final Pattern IN_PLACE = Pattern.compile("[(=]|\\+\\+");
  private static final Presentation PRESENTATION =
      new Presentation(new Positions(Text.of(""), Encoding.UTF_16), Audience.ANYONE);

  private static final List<String> BLOCKS =
      List.of(
          "int a = 1;",
          "int a = 2;",
          "String a = \"s\";",
          "var b = a + 1;",
          "a = 5;",
          "List<Integer> list = new ArrayList<>(List.of(1, 2));",
          "var alias = list;",
          "alias.add(3);",
          "list.remove(0)",
          "list",
          "System.out.println(\"a \" + a);\nlist.size()",
          "int f() { return a * 2; }",
          "int f() { return list.size(); }",
          "f() + 1",
          "Supplier<Integer> get = () -> a + list.size();",
          "get.get()",
          "class Counter { static int n; static int next() { return ++n; } }",
          "Counter.next()",
          "record Point(int x, int y) { int sum() { return x + y; } }",
          "var point = new Point(a, 2);\npoint.sum()",
          "for (int i = 0; i < 300; i++) { System.out.println(i); list.set(0, i); }",
          "1 / (a - 1)",
          "int broken = ",
          "nobody + 1",
          "// a note\nlist.add(a);",
          "var it = list.iterator();",
          "it.next()",
          "Thread.sleep(20);\na + 1");

  private final JavaLanguage java = new JavaLanguage(JavaLanguage.Options.defaults());

  /** Another one for clean runs: a compiler is used by one thread at a time. */
  private final JavaLanguage clean = new JavaLanguage(JavaLanguage.Options.defaults());

  /** The server under way: the next one uses its language. */
  @SuppressWarnings("NullAway.Init") // set as each test begins
  private Thread serving;

  @AfterAll
  void close() {
    java.close();
    clean.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_client_shows_nothing_as_up_to_date_that_is_not(long seed) throws Exception {
    Random random = new Random(seed);
    Typed typed = new Typed();
    Listening client = new Listening(new ClientModel(typed));
    ColightServer server = serve(client);
    List<String> document = new ArrayList<>(List.of(BLOCKS.get(0), BLOCKS.get(3)));
    typed.texts.put(1, text(document));
    server
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(new TextDocumentItem(URI, "jshell", 1, text(document))));
    for (int version = 2; version < EDITS; version++) {
      for (int passed = random.nextInt(3) * random.nextInt(4); passed > 0; passed--) {
        client.messages.poll(random.nextInt(30), TimeUnit.MILLISECONDS);
      }
      String before = text(document);
      edit(random, document);
      typed.texts.put(version, text(document));
      server.getTextDocumentService().didChange(change(version, before, text(document)));
    }
    awaitEnd(client, EDITS - 1);
    DocumentResult all =
        server.document(new DocumentParams(URI)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    client.model().assertKnows(all);
    client.model().assertShowsCleanRun();
    server.shutdown().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    server.exit();
    serving.join();
  }

  private static void awaitEnd(Listening client, int version) throws Exception {
    Integer ended = 0;
    while (ended != null && ended != version) {
      ended = client.messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    if (client.failure.isDone()) {
      client.failure.get();
    }
    assertTrue(ended != null, "the last run does not end");
  }

  private static void edit(Random random, List<String> document) {
    int at = document.isEmpty() ? 0 : random.nextInt(document.size());
    String block = BLOCKS.get(random.nextInt(BLOCKS.size()));
    switch (document.size() < 3 ? 0 : random.nextInt(6)) {
      case 0, 1 -> document.add(at, block);
      case 2 -> document.remove(at);
      case 3 -> document.add(random.nextInt(document.size()), document.remove(at));
      case 4 -> document.set(at, document.get(at).replaceAll("\\d", "" + random.nextInt(1, 9)));
      default -> document.set(at, block);
    }
  }

  private static DidChangeTextDocumentParams change(int version, String before, String after) {
    TextEdit edit = Edits.between(before, after);
    Range range =
        new Range(
            new Position(edit.range().start().line(), edit.range().start().column()),
            new Position(edit.range().end().line(), edit.range().end().column()));
    return new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(URI, version),
        List.of(new TextDocumentContentChangeEvent(range, edit.newText())));
  }

  private ColightServer serve(Listening client) throws Exception {
    PipedInputStream fromClient = new PipedInputStream(PIPE);
    PipedInputStream fromServer = new PipedInputStream(PIPE);
    PipedOutputStream toServer = new PipedOutputStream(fromClient);
    PipedOutputStream toClient = new PipedOutputStream(fromServer);
    serving =
        new Thread(
            () ->
                LanguageServerProcess.serve(
                    java, WebPreviews.of("test"), "test", fromClient, toClient),
            "test-server");
    serving.setDaemon(true);
    serving.start();
    ColightServer server = connect(client, fromServer, toServer);
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setInitializationOptions(JsonParser.parseString("{\"colight\": {\"protocol\": 1}}"));
    server.initialize(params).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    server.initialized(new InitializedParams());
    return server;
  }

  private static ColightServer connect(Listening client, PipedInputStream in, PipedOutputStream out)
      throws IOException {
    Launcher<ColightServer> launcher =
        new Launcher.Builder<ColightServer>()
            .setLocalService(client)
            .setRemoteInterface(ColightServer.class)
            .setInput(in)
            .setOutput(out)
            .create();
    var unused = launcher.startListening();
    return launcher.getRemoteProxy();
  }

  private static String text(List<String> document) {
    return String.join("\n\n", document);
  }

  /** What was typed, and clean runs of it, each in a document of its own. */
  private final class Typed implements ClientModel.Texts {
    final Map<Integer, String> texts = new ConcurrentHashMap<>();
    private final Map<String, DocumentResult> known = new ConcurrentHashMap<>();

    @Override
    public String of(int version) {
      return Objects.requireNonNull(texts.get(version));
    }

    @Override
    public DocumentResult clean(int version) {
      return known.computeIfAbsent(of(version), this::cleanRun);
    }

    @Override
    public boolean mayChangeInPlace(String block) {
      return IN_PLACE.matcher(block).find();
    }

    private DocumentResult cleanRun(String text) {
      try (Workspace workspace = new Workspace(clean, event -> {})) {
        workspace.open(URI, 1, text);
        DocumentSnapshot snapshot;
        do {
          snapshot =
              Objects.requireNonNull(
                  workspace.current(URI).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
        } while (snapshot.running());
        return PRESENTATION.document(snapshot);
      }
    }
  }
}
