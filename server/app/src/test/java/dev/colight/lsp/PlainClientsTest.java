package dev.colight.lsp;

import static dev.colight.lsp.LspHarness.URI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.workspace.Reason;
import dev.colight.workspace.WorkspaceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ClientInfo;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that lack what others have, or do it in their own way. */
class PlainClientsTest extends WithServer {
  private final NotedClock clock = new NotedClock();

  private static final String HINTS = "{\"textDocument\": {\"inlayHint\": {}}}";

  /** Waits until the server has read all that was sent. */
  private void awaitRead() throws Exception {
    get(lsp.server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(DOCUMENT)));
  }

  private static List<String> labels(List<InlayHint> hints) {
    return hints.stream().map(hint -> hint.getLabel().getLeft()).toList();
  }

  /** Returns the results among the next diagnostics. */
  private List<String> nextResults() throws Exception {
    List<Diagnostic> all = lsp.client.await(PublishDiagnosticsParams.class).getDiagnostics();
    return all.stream()
        .filter(diagnostic -> diagnostic.getSeverity() == DiagnosticSeverity.Hint)
        .map(
            diagnostic ->
                diagnostic.getRange().getStart().getLine()
                    + " "
                    + diagnostic.getMessage().getLeft())
        .toList();
  }

  /** Returns the events of a run that no edit set off. */
  private List<WorkspaceEvent> commanded() {
    List<WorkspaceEvent> events = new ArrayList<>(lsp.documents.events(URI));
    WorkspaceEvent.RunStarted start = (WorkspaceEvent.RunStarted) events.get(0);
    events.set(
        0,
        new WorkspaceEvent.RunStarted(
            URI,
            start.version(),
            start.run(),
            Reason.COMMAND,
            start.blocks(),
            List.of(),
            start.order()));
    return events;
  }

  @ParameterizedTest(name = "{0} {1}: {5}")
  @CsvSource({
    "Neovim, 0.12.4, true, true, false, REPAINTED",
    "Neovim, 0.11.0, true, true, false, REPAINTED",
    "Neovim, 0.10.4, true, true, false, ONCE",
    "Neovim, 0.10.4, true, true, true, REPAINTED",
    "Neovim, 0.10.4, true, false, true, ONCE",
    "Neovim, 1.0.0, true, true, false, REPAINTED",
    "Neovim, nightly, true, true, false, REPAINTED",
    "Neovim, , true, true, false, REPAINTED",
    "Visual Studio Code, 1.100.3, true, true, false, REFRESHED",
    "helix, 25.01.1, true, false, false, ONCE",
    "Emacs, 30.1, true, , false, ONCE",
    "Emacs, 30.1, true, true, false, REFRESHED",
    "old, 1, false, false, false, NONE",
    "old, 1, , , false, NONE",
  })
  void how_a_client_shows_results_is_taken_from_what_it_says(
      String name,
      String version,
      Boolean hints,
      Boolean refresh,
      boolean repaints,
      HintSupport expected) {
    String capabilities =
        "{\"workspace\": {"
            + (refresh == null ? "" : "\"inlayHint\": {\"refreshSupport\": " + refresh + "}")
            + "}, \"textDocument\": {"
            + (Boolean.TRUE.equals(hints) ? "\"inlayHint\": {}" : "")
            + "}}";
    InitializeParams params = new InitializeParams();
    params.setClientInfo(new ClientInfo(name, version));
    params.setCapabilities(
        new MessageJsonHandler(Map.of())
            .getGson()
            .fromJson(capabilities, ClientCapabilities.class));
    assertEquals(expected, HintSupport.of(params, repaints));
  }

  @Test
  void who_asks_once_for_hints_gets_them_when_the_run_is_over() throws Exception {
    lsp.initialize(HINTS, "{}");
    lsp.open("1 //@ shows(\"1\")\n\n2 //@ state(\"queued\")");
    var hints = askForHints();
    List<WorkspaceEvent> events = lsp.documents.events(URI);
    lsp.tell(events.subList(0, 3));
    awaitRead();
    assertFalse(hints.isDone());
    lsp.documents.show(URI, 1, 1, "1 //@ shows(\"1\")\n\n2 //@ shows(\"2\")");
    lsp.tell(lsp.documents.events(URI));
    assertEquals(List.of("⇒ 1", "⇒ 2"), labels(get(hints)));
  }

  @Test
  void who_asks_once_is_answered_when_the_document_is_closed() throws Exception {
    lsp.initialize(HINTS, "{}");
    lsp.open("1 //@ state(\"running\")");
    var hints = askForHints();
    awaitRead();
    lsp.registry.closed(lsp.documents, URI);
    assertEquals(List.of(), labels(get(hints)));
  }

  @Test
  void who_asks_once_does_not_wait_for_ever() throws Exception {
    get(quiet("1 //@ state(\"running\")", Duration.ofMillis(1), Duration.ofDays(1)));
  }

  @Test
  void who_asks_once_shows_no_value_of_older_text_for_longer_than_a_moment() throws Exception {
    Duration patience = Duration.ofDays(2);
    Duration moment = Duration.ofDays(1);
    assertEquals(
        moment, awaited("1 //@ shows(\"1\") state(\"queued\")", patience, moment), "an older one");
    assertEquals(
        patience,
        awaited("1 //@ shows(\"1\")\n\n2 //@ state(\"running\")", patience, moment),
        "none that the run may replace");
    get(quiet("1 //@ shows(\"1\") state(\"queued\")", patience, Duration.ofMillis(1)));
  }

  /** Returns how long a client waits at most for the end of a run. */
  private Duration awaited(String document, Duration patience, Duration moment) throws Exception {
    clock.asked.clear();
    CompletableFuture<Void> quiet = quiet(document, patience, moment);
    Duration asked = clock.asked.poll(30, TimeUnit.SECONDS);
    assertNotNull(asked);
    assertFalse(quiet.isDone());
    return asked;
  }

  private CompletableFuture<Void> quiet(String document, Duration patience, Duration moment) {
    FakeDocuments documents = new FakeDocuments();
    documents.open(URI, 1, document);
    return new QuietWatcher(documents, clock, patience, moment).quiet(URI, 0, 10);
  }

  /** A clock that notes how long it is asked to wait. */
  private static final class NotedClock extends ScheduledThreadPoolExecutor {
    final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();

    NotedClock() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      if (delay > 0) { // what is to be done at once comes here, too
        asked.add(Duration.ofNanos(unit.toNanos(delay)));
      }
      return super.schedule(task, delay, unit);
    }
  }

  @AfterEach
  void stopClock() {
    clock.shutdownNow();
  }

  private void initializeAsNeovim() throws Exception {
    InitializeParams params = new InitializeParams();
    params.setClientInfo(new ClientInfo("Neovim", "0.12.4"));
    params.setCapabilities(
        new MessageJsonHandler(Map.of())
            .getGson()
            .fromJson(
                "{\"workspace\": {\"inlayHint\": {\"refreshSupport\": true}}}",
                ClientCapabilities.class));
    get(lsp.server.initialize(params));
  }

  @Test
  void neovim_is_asked_once_more_after_each_answer_that_is_new() throws Exception {
    initializeAsNeovim();
    lsp.open("1 //@ shows(\"1\")");
    for (String value : List.of("1", "one")) {
      lsp.documents.show(URI, 1, 1, "1 //@ shows(\"" + value + "\")");
      assertEquals(List.of("⇒ " + value), labels(get(askForHints())));
      CompletableFuture<Void> asked = lsp.client.refreshes.poll(30, TimeUnit.SECONDS);
      assertNotNull(asked);
      asked.complete(null);
      get(askForHints());
      awaitRead();
      assertEquals(0, lsp.client.refreshes.size(), "the answer was the same");
    }
  }

  @Test
  void what_comes_later_without_an_edit_is_a_diagnostic_until_it_is_asked_for() throws Exception {
    lsp.initialize(HINTS, "{}");
    lsp.open("1 //@ shows(\"1\")");
    var hints = askForHints();
    awaitRead();
    lsp.run();
    get(hints);
    lsp.documents.show(URI, 1, 2, "1 //@ shows(\"one\")");
    lsp.tell(commanded());
    assertEquals(List.of("0 ⇒ one"), nextResults());
    hints = askForHints();
    awaitRead();
    lsp.run();
    assertEquals(List.of("⇒ one"), labels(get(hints)));
    assertEquals(List.of(), nextResults());
  }

  @Test
  void who_knows_no_hints_gets_results_as_diagnostics() throws Exception {
    lsp.initialize("{}", "{}");
    lsp.open(
        "int a = 1; //@ shows(\"1\")\n\na / 0 //@ throws(\"E\", \"no\")\n\nf() //@ writes(\"x\")");
    lsp.run();
    assertEquals(List.of("0 ⇒ 1", "4 ▸ x"), nextResults());
    lsp.documents.show(URI, 2, 2, "int a = 2; //@ shows(\"1\") changed() state(\"queued\")");
    lsp.tell(lsp.documents.events(URI).subList(0, 1));
    assertEquals(List.of(), nextResults(), "no value of older text");
  }

  @Test
  void who_speaks_the_protocol_gets_no_result_as_a_diagnostic() throws Exception {
    lsp.initialize("{}", "{\"colight\": {\"protocol\": 1}}");
    lsp.open("a //@ shows(\"1\")\n\nb //@ throws(\"E\", \"no\")");
    lsp.run();
    PublishDiagnosticsParams all = lsp.client.await(PublishDiagnosticsParams.class);
    assertEquals(
        List.of(DiagnosticSeverity.Error),
        all.getDiagnostics().stream().map(Diagnostic::getSeverity).toList());
  }

  @ParameterizedTest
  @CsvSource({"utf-8, 7", "utf-16, 5", "utf-32, 4"})
  void changes_that_come_out_of_order_are_put_in_order(String encoding, int column)
      throws Exception {
    lsp.initialize("{\"general\": {\"positionEncodings\": [\"" + encoding + "\"]}}", "{}");
    lsp.open("\"🦊\"");
    lsp.documents.calls.clear();
    // First a plus after the text, then a 1 after that.
    change(3, column, "1");
    change(2, column - 1, "+");
    lsp.call("change");
    assertEquals(
        "newText=\"🦊\"+1]]", lsp.call("change").replaceFirst(".*(?=newText)", ""), encoding);
    change(4, 0, "0+");
    assertEquals(
        "change "
            + URI
            + " 4 [TextEdit[range=Range[start=Position[line=0, column=0],"
            + " end=Position[line=0, column=0]], newText=0+]]",
        lsp.call("change"));
  }

  @Test
  void a_change_that_is_told_twice_is_made_once() throws Exception {
    lsp.initialize("{}", "{}");
    lsp.open("1");
    lsp.documents.calls.clear();
    change(2, 1, "2");
    change(2, 1, "2");
    change(3, 2, "3");
    assertTrue(lsp.call("change").startsWith("change " + URI + " 2 "));
    assertTrue(lsp.call("change").startsWith("change " + URI + " 3 "));
  }

  @Test
  void neovim_sees_no_value_beside_the_line_that_somebody_types_in_until_a_pause()
      throws Exception {
    initializeAsNeovim();
    lsp.open("1 //@ shows(\"1\")\n2 //@ shows(\"2\")");
    change(2, 1, "1");
    lsp.documents.show(URI, 2, 1, "11 //@ shows(\"11\")\n2 //@ shows(\"2\")");
    CompletableFuture<Void> asked = lsp.client.refreshes.poll(30, TimeUnit.SECONDS);
    assertNotNull(asked, "when it has paused");
    asked.complete(null);
    assertEquals(List.of("⇒ 11", "⇒ 2"), labels(get(askForHints())));
  }

  private void change(int version, int column, String text) {
    Position at = new Position(0, column);
    lsp.server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, version),
                List.of(new TextDocumentContentChangeEvent(new Range(at, at), text))));
  }
}
