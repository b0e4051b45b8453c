package dev.colight.lsp;

import static dev.colight.lsp.LspHarness.URI;
import static dev.colight.lsp.LspHarness.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.execution.OtherFiles.FileProblem;
import dev.colight.graph.Problem.Severity;
import dev.colight.protocol.BlockOutputParams;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.CancelResult;
import dev.colight.protocol.DocumentParams;
import dev.colight.protocol.DocumentResult;
import dev.colight.protocol.ExportParams;
import dev.colight.protocol.ExportResult;
import dev.colight.protocol.InputParams;
import dev.colight.protocol.Payload;
import dev.colight.protocol.PreviewParams;
import dev.colight.protocol.PreviewResult;
import dev.colight.protocol.ResultStatus;
import dev.colight.protocol.RevealParams;
import dev.colight.protocol.RunEndParams;
import dev.colight.protocol.RunParams;
import dev.colight.protocol.RunStartParams;
import dev.colight.protocol.ServerState;
import dev.colight.protocol.StatusParams;
import dev.colight.protocol.VerifyResult;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Verification;
import dev.colight.workspace.WorkspaceEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageServerTest extends WithServer {
  private static final String ANNOUNCED = "{\"colight\": {\"protocol\": 1}}";
  private static final String REFRESH =
      "{\"workspace\": {\"inlayHint\": {\"refreshSupport\": true}}}";

  private static int errorCode(CompletableFuture<?> future) {
    ExecutionException thrown = assertThrows(ExecutionException.class, () -> get(future));
    return assertInstanceOf(ResponseErrorException.class, thrown.getCause())
        .getResponseError()
        .getCode();
  }

  private List<InlayHint> hints() throws Exception {
    return get(askForHints());
  }

  private void change(int version, TextDocumentContentChangeEvent... changes) {
    lsp.server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, version), List.of(changes)));
  }

  private static TextDocumentContentChangeEvent edit(int line, int from, int to, String text) {
    return new TextDocumentContentChangeEvent(
        new Range(new Position(line, from), new Position(line, to)), text);
  }

  private CompletableFuture<Object> command(String name, Object... arguments) {
    return lsp.server
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams(name, List.of(arguments)));
  }

  @Test
  void it_tells_what_it_can_do() throws Exception {
    InitializeResult result = lsp.initialize("{}", "{}");
    assertEquals("Colight Live", result.getServerInfo().getName());
    assertEquals(
        TextDocumentSyncKind.Incremental,
        result.getCapabilities().getTextDocumentSync().getRight().getChange());
    assertEquals("utf-16", result.getCapabilities().getPositionEncoding());
    assertEquals(
        json("{\"colight\": {\"protocol\": 1}}"), result.getCapabilities().getExperimental());
  }

  @Test
  void before_it_is_initialized_it_answers_nothing_else() throws Exception {
    assertEquals(
        ResponseErrorCode.ServerNotInitialized.getValue(),
        errorCode(lsp.server.document(new DocumentParams(URI))));
    lsp.initialize();
    assertEquals(
        ResponseErrorCode.InvalidRequest.getValue(),
        errorCode(lsp.server.initialize(new InitializeParams())));
  }

  @Test
  void what_it_does_not_know_is_refused_and_what_it_need_not_know_ignored() throws Exception {
    lsp.initialize();
    int methodNotFound = ResponseErrorCode.MethodNotFound.getValue();
    assertEquals(
        methodNotFound,
        errorCode(lsp.launcher.getRemoteEndpoint().request("colight/dance", new JsonObject())));
    assertEquals(
        methodNotFound,
        errorCode(
            lsp.server
                .getTextDocumentService()
                .typeDefinition(new TypeDefinitionParams(DOCUMENT, new Position(0, 0)))));
    lsp.launcher.getRemoteEndpoint().notify("colight/dance", new JsonObject());
    lsp.launcher.getRemoteEndpoint().notify("textDocument/willSave", new JsonObject());
    lsp.open("1 //@ shows(\"1\")");
    assertEquals(1, hints().size());
  }

  @Test
  void after_a_shutdown_it_only_exits() throws Exception {
    lsp.initialize();
    get(lsp.server.shutdown());
    assertEquals(
        ResponseErrorCode.InvalidRequest.getValue(),
        errorCode(lsp.server.document(new DocumentParams(URI))));
    lsp.server.exit();
    assertEquals(0, get(lsp.exitCode));
  }

  @Test
  void an_exit_or_the_end_of_the_input_without_a_shutdown_is_a_failure() throws Exception {
    lsp.server.exit();
    assertEquals(1, get(lsp.exitCode));
    try (LspHarness other = new LspHarness()) {
      other.initialize();
      other.hangUp();
      assertEquals(1, get(other.exitCode));
    }
  }

  @Test
  void it_follows_the_text_as_it_is_edited() throws Exception {
    lsp.initialize();
    lsp.open("int a = 1;");
    change(2, edit(0, 8, 9, "2"), edit(9, 0, 0, "x"));
    assertEquals(
        "change file:///tour.jsh 2 [TextEdit[range=Range[start=Position[line=0, column=8],"
            + " end=Position[line=0, column=9]], newText=2],"
            + " TextEdit[range=Range[start=Position[line=9, column=0],"
            + " end=Position[line=9, column=0]], newText=x]]",
        lsp.call("change"));
    change(3, new TextDocumentContentChangeEvent("all new"));
    assertTrue(lsp.call("change").contains("line=2147483647"));
    lsp.server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(DOCUMENT));
    assertEquals("save " + URI, lsp.call("save"));
    lsp.server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(DOCUMENT));
    assertEquals("close " + URI, lsp.call("close"));
    change(4, edit(0, 0, 0, "nobody hears this"));
    assertEquals(List.of(), hints());
    assertEquals(0, lsp.documents.calls.size());
  }

  @Test
  void edits_in_utf_8_are_converted_each_by_the_text_before_it() throws Exception {
    InitializeResult result =
        lsp.initialize("{\"general\": {\"positionEncodings\": [\"utf-8\"]}}", "{}");
    assertEquals("utf-8", result.getCapabilities().getPositionEncoding());
    lsp.open("\"🦊\" + 1");
    change(2, edit(0, 1, 5, "é"), edit(0, 7, 8, "2"));
    assertEquals(
        "change file:///tour.jsh 2 [TextEdit[range=Range[start=Position[line=0, column=1],"
            + " end=Position[line=0, column=3]], newText=é],"
            + " TextEdit[range=Range[start=Position[line=0, column=6],"
            + " end=Position[line=0, column=7]], newText=2]]",
        lsp.call("change"));
  }

  @Test
  void a_java_source_is_no_document() throws Exception {
    lsp.initialize();
    var item = new TextDocumentItem("file:///A.java", "java", 1, "class A {}");
    lsp.server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(item));
    lsp.open("1");
    assertNull(lsp.documents.snapshot("file:///A.java"));
  }

  @Test
  void every_feature_answers_for_an_open_document_and_for_one_that_is_not() throws Exception {
    lsp.initialize();
    var service = lsp.server.getTextDocumentService();
    for (boolean open : new boolean[] {false, true}) {
      if (open) {
        lsp.open("// # Title\n\nint a = 1; //@ shows(\"a\", \"int\", \"1\") defines(\"a\")\na");
      }
      Hover hover = get(service.hover(new HoverParams(DOCUMENT, new Position(2, 4))));
      assertEquals(open, hover != null);
      assertEquals(open, !hints().isEmpty());
      assertEquals(open, !get(service.codeLens(new CodeLensParams(DOCUMENT))).isEmpty());
      assertEquals(
          open, !get(service.foldingRange(new FoldingRangeRequestParams(DOCUMENT))).isEmpty());
      assertEquals(
          open, !get(service.documentSymbol(new DocumentSymbolParams(DOCUMENT))).isEmpty());
    }
  }

  @Test
  void diagnostics_are_published_when_they_change_and_cleared_at_the_end() throws Exception {
    lsp.initialize();
    lsp.open("int a = «;» //@ fails(\"an expression is missing\")");
    lsp.run();
    PublishDiagnosticsParams first = lsp.client.await(PublishDiagnosticsParams.class);
    assertEquals(1, first.getVersion());
    assertEquals(1, first.getDiagnostics().size());
    lsp.run();
    lsp.documents.show(URI, 2, 2, "int a = 1;");
    lsp.run();
    PublishDiagnosticsParams second = lsp.client.await(PublishDiagnosticsParams.class);
    assertEquals(2, second.getVersion());
    assertEquals(List.of(), second.getDiagnostics());
    lsp.documents.show(URI, 3, 3, "«a» //@ fails(\"there is no a\")");
    lsp.run();
    assertEquals(3, lsp.client.await(PublishDiagnosticsParams.class).getVersion());
    lsp.server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(DOCUMENT));
    assertEquals(List.of(), lsp.client.await(PublishDiagnosticsParams.class).getDiagnostics());
  }

  @Test
  void what_is_wrong_with_a_program_as_a_source_of_others_stands_beside_what_is_wrong_with_it()
      throws Exception {
    lsp.initialize();
    lsp.open("int a = «;» //@ fails(\"an expression is missing\")");
    lsp.run();
    assertEquals(List.of("an expression is missing"), published());
    FileProblem problem =
        new FileProblem(Severity.ERROR, "C is not here", dev.colight.text.Range.of(5, 0, 5, 1));
    lsp.registry.fileProblems(URI, List.of(problem));
    assertEquals(List.of("an expression is missing", "C is not here"), published());
    lsp.documents.show(URI, 2, 2, "int a = 1;");
    lsp.run();
    assertEquals(List.of("C is not here"), published());
    lsp.documents.show(URI, 3, 3, "«a» //@ fails(\"there is no a\")");
    lsp.run();
    assertEquals(List.of("there is no a", "C is not here"), published());
    lsp.server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(DOCUMENT));
    assertEquals(List.of("C is not here"), published());
    lsp.registry.fileProblems(URI, List.of());
    assertEquals(List.of(), published());
  }

  private List<String> published() throws InterruptedException {
    return lsp.client.await(PublishDiagnosticsParams.class).getDiagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage().getLeft())
        .toList();
  }

  @Test
  void a_client_that_announces_the_protocol_hears_of_each_step() throws Exception {
    lsp.initialize("{}", ANNOUNCED);
    lsp.open("int a = 1; //@ shows(\"a\", \"int\", \"1\")");
    List<WorkspaceEvent> events = lsp.documents.events(URI);
    lsp.tell(events);
    RunStartParams start = lsp.client.await(RunStartParams.class);
    assertEquals(List.of("b1"), start.order());
    BlockResultParams result = lsp.client.await(BlockResultParams.class);
    assertEquals(ResultStatus.OK, result.status());
    assertEquals(Payload.of("1"), result.outputs().get(0).mime().get("text/plain"));
    assertEquals(1.5, lsp.client.await(RunEndParams.class).durationMs());

    WorkspaceEvent.BlockFinished finished =
        events.stream()
            .filter(WorkspaceEvent.BlockFinished.class::isInstance)
            .map(WorkspaceEvent.BlockFinished.class::cast)
            .findFirst()
            .orElseThrow();
    var output = Objects.requireNonNull(finished.block().result()).outputs().get(0);
    lsp.tell(
        List.of(
            new WorkspaceEvent.BlockFinished(URI, 1, 2, finished.block(), true),
            new WorkspaceEvent.BlockOutput(URI, 1, 2, finished.block().id(), output, 7),
            new WorkspaceEvent.WorkerLost(URI, 1, 2, "out of memory")));
    BlockResultParams unchanged = lsp.client.await(BlockResultParams.class);
    assertEquals(ResultStatus.UNCHANGED, unchanged.status());
    assertEquals(List.of(), unchanged.outputs());
    assertEquals(7, lsp.client.await(BlockOutputParams.class).sequence());
    StatusParams status = lsp.client.await(StatusParams.class);
    assertEquals(ServerState.FAILED, status.state());
    assertEquals("out of memory", status.message());
    assertEquals(
        "The worker has ended: out of memory", lsp.client.await(MessageParams.class).getMessage());
  }

  @Test
  void a_client_that_announces_nothing_hears_nothing_of_the_protocol() throws Exception {
    lsp.initialize("{}", "{\"colight\": {\"protocol\": \"soon\"}}");
    lsp.open("«a» //@ fails(\"there is no a\")");
    lsp.run();
    assertInstanceOf(
        PublishDiagnosticsParams.class, lsp.client.messages.poll(30, TimeUnit.SECONDS));
    assertNull(lsp.client.messages.peek());
  }

  @Test
  void refreshes_wait_for_their_answer_and_stand_for_all_that_has_happened() throws Exception {
    lsp.initialize(REFRESH, "{}");
    lsp.open("1 //@ shows(\"1\")");
    lsp.run();
    CompletableFuture<Void> first = lsp.client.refreshes.poll(30, TimeUnit.SECONDS);
    assertNotNull(first);
    lsp.run();
    lsp.run();
    lsp.run();
    first.complete(null);
    CompletableFuture<Void> second = lsp.client.refreshes.poll(30, TimeUnit.SECONDS);
    assertNotNull(second);
    second.complete(null);
    hints();
    assertTrue(lsp.client.refreshes.size() <= 1, "three runs do not make three refreshes");
  }

  @Test
  void a_long_run_shows_its_progress_and_can_be_cancelled_there() throws Exception {
    lsp.initialize("{\"window\": {\"workDoneProgress\": true}}", "{}");
    lsp.open("1 //@ shows(\"1\")");
    List<WorkspaceEvent> events = lsp.documents.events(URI);
    lsp.tell(events.subList(0, 2));
    var token = lsp.client.await(WorkDoneProgressCreateParams.class).getToken();
    assertInstanceOf(
        WorkDoneProgressBegin.class, lsp.client.await(ProgressParams.class).getValue().getLeft());
    lsp.server.cancelProgress(new WorkDoneProgressCancelParams(token));
    assertEquals("cancel " + URI, lsp.call("cancel"));
    lsp.tell(events.subList(2, events.size()));
    assertInstanceOf(
        WorkDoneProgressEnd.class, lsp.client.await(ProgressParams.class).getValue().getLeft());
  }

  @Test
  void a_long_verification_shows_that_it_goes_on_and_can_be_cancelled_there() throws Exception {
    lsp.initialize("{\"window\": {\"workDoneProgress\": true}}", "{}");
    lsp.open("1");
    CompletableFuture<VerifyResult> asked = lsp.server.verify(new DocumentParams(URI));
    var token = lsp.client.await(WorkDoneProgressCreateParams.class).getToken();
    assertInstanceOf(
        WorkDoneProgressBegin.class, lsp.client.await(ProgressParams.class).getValue().getLeft());
    lsp.server.cancelProgress(new WorkDoneProgressCancelParams(token));
    assertEquals("cancel " + URI, lsp.call("cancel"));
    lsp.documents.verification.complete(new Verification.Abandoned(Verification.Cause.CANCELLED));
    assertInstanceOf(
        WorkDoneProgressEnd.class, lsp.client.await(ProgressParams.class).getValue().getLeft());
    assertEquals(ResponseErrorCode.RequestCancelled.getValue(), errorCode(asked));
  }

  @Test
  void commands_and_requests_run_cancel_and_restart() throws Exception {
    lsp.initialize();
    lsp.open("1");
    assertEquals(Map.of("run", 1.0), get(command("colight.run", URI)));
    assertEquals("run " + URI + " null true", lsp.call("run"));
    get(command("colight.runBlock", URI, "b7"));
    assertEquals("run " + URI + " [b7] true", lsp.call("run"));
    assertEquals(Map.of("cancelled", true), get(command("colight.cancel", URI)));
    get(command("colight.restart", URI));
    assertEquals("restart " + URI, lsp.call("restart"));
    assertEquals(1, get(lsp.server.run(new RunParams(URI, List.of("b2"), null))).run());
    assertEquals("run " + URI + " [b2] false", lsp.call("run"));
    assertEquals(new CancelResult(true), get(lsp.server.cancel(new DocumentParams(URI))));
    assertEquals(1, get(lsp.server.restart(new DocumentParams(URI))).run());
    assertEquals("restart " + URI, lsp.call("restart"));
    assertNull(get(lsp.server.input(new InputParams(URI, "b1", "speed", "0.5"))));
    assertEquals("input " + URI + " b1 speed 0.5", lsp.call("input"));
    DocumentResult document = get(lsp.server.document(new DocumentParams(URI)));
    assertEquals("b1", document.blocks().get(0).id());
    assertEquals(1, document.results().size());
  }

  @Test
  void a_command_that_makes_no_sense_is_refused() throws Exception {
    lsp.initialize();
    int invalid = ResponseErrorCode.InvalidParams.getValue();
    assertEquals(invalid, errorCode(command("colight.run")));
    assertEquals(invalid, errorCode(command("colight.run", 7)));
    assertEquals(invalid, errorCode(command("colight.run", "file:///closed.jsh")));
    assertEquals(invalid, errorCode(command("colight.dance", URI)));
    assertEquals(invalid, errorCode(command("colight.runBlock", URI, "b99999999999")));
    assertEquals(invalid, errorCode(lsp.server.document(new DocumentParams("file:///no.jsh"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "textDocument/hover | {} | The params lack textDocument.",
        "textDocument/hover | {'textDocument': {}} | The params lack textDocument.uri.",
        "textDocument/hover | {'textDocument': {'uri': 'u'}} | The params lack position.",
        "textDocument/hover | {'textDocument': {'uri': 'u'}, 'position': {'line': 'x'}}"
            + " | The param position.line has a value of the wrong type.",
        "textDocument/hover | 7 | The params have a value of the wrong type.",
        "textDocument/inlayHint | {'textDocument': {'uri': 'u'}} | The params lack range.",
        "textDocument/codeLens | {} | The params lack textDocument.",
        "textDocument/foldingRange | {} | The params lack textDocument.",
        "textDocument/documentSymbol | {} | The params lack textDocument.",
        "workspace/executeCommand | {} | The params lack command.",
        "colight/document | {} | The params lack uri.",
        "colight/document | {'uri': {}} | The param uri has a value of the wrong type.",
        "colight/run | {'uri': 'u', 'blocks': [null]} | The params lack blocks[0].",
        "colight/cancel | {} | The params lack uri.",
        "colight/restart | {} | The params lack uri.",
        "colight/input | {} | The params lack uri.",
        "colight/input | {\"uri\":\"u\",\"block\":\"x\",\"name\":\"n\",\"value\":\"1\"}"
            + " | Not the id of a block: x",
        "colight/verify | {} | The params lack uri.",
      })
  void params_that_lack_something_or_are_of_the_wrong_type_are_told_so(
      String method, String params, String message) throws Exception {
    lsp.initialize();
    var refused =
        assertThrows(
            ExecutionException.class,
            () ->
                get(
                    lsp.launcher
                        .getRemoteEndpoint()
                        .request(method, JsonParser.parseString(params.replace('\'', '"')))));
    var error =
        assertInstanceOf(ResponseErrorException.class, refused.getCause()).getResponseError();
    assertEquals(ResponseErrorCode.InvalidParams.getValue(), error.getCode());
    assertEquals(message, error.getMessage());
  }

  @Test
  void notifications_that_lack_something_are_passed_over() throws Exception {
    lsp.initialize();
    for (String method : List.of("didOpen", "didChange", "didSave", "didClose")) {
      lsp.launcher.getRemoteEndpoint().notify("textDocument/" + method, new JsonObject());
    }
    lsp.open("1 //@ shows(\"1\")");
    assertEquals(1, hints().size());
  }

  @Test
  void a_verification_is_answered_and_as_a_command_told_in_words() throws Exception {
    lsp.initialize();
    lsp.open("1 //@ shows(\"1\")\n\n2 //@ shows(\"2\")");
    DocumentSnapshot document = Objects.requireNonNull(lsp.documents.snapshot(URI));
    BlockView block = document.blocks().get(1);
    ResultView shown = Objects.requireNonNull(block.result());
    CompletableFuture<VerifyResult> asked = lsp.server.verify(new DocumentParams(URI));
    assertEquals("verify " + URI, lsp.call("verify"));
    lsp.documents.verification.complete(
        new Verification.Compared(
            document,
            List.of(new Verification.Difference(block, null, shown)),
            List.of(document.blocks().get(0)),
            List.of()));
    VerifyResult result = get(asked);
    assertFalse(result.equal());
    assertEquals(List.of("b1"), result.unclaimed());
    assertEquals("b2", result.differences().get(0).block());
    assertEquals(List.of(), result.differences().get(0).expected());
    assertEquals(
        Payload.of("2"), result.differences().get(0).actual().get(0).mime().get("text/plain"));

    CompletableFuture<Object> command = command("colight.verify", URI);
    lsp.call("verify");
    lsp.documents.verification.complete(
        new Verification.Compared(document, List.of(), List.of(), List.of()));
    get(command);
    assertEquals(
        "What is shown is what a clean run shows.",
        lsp.client.await(MessageParams.class).getMessage());
  }

  @Test
  void a_verification_can_be_cancelled_and_fails_in_words() throws Exception {
    lsp.initialize();
    lsp.open("1");
    CompletableFuture<Object> command = command("colight.verify", URI);
    lsp.call("verify");
    command.cancel(true);
    assertThrows(CancellationException.class, () -> get(lsp.documents.verification));
    CompletableFuture<VerifyResult> asked = lsp.server.verify(new DocumentParams(URI));
    lsp.call("verify");
    lsp.documents.verification.complete(new Verification.Abandoned(Verification.Cause.CLOSED));
    assertEquals(ResponseErrorCode.RequestFailed.getValue(), errorCode(asked));
  }

  @Test
  void settings_come_with_the_start_and_change_later() throws Exception {
    lsp.initialize(
        "{}", "{\"colight\": {\"run\": \"save\", \"inlayHints\": {\"enabled\": false}}}");
    assertEquals("policy SAVE", lsp.call("policy"));
    assertEquals("limit PT30S", lsp.call("limit"));
    lsp.open("1 //@ shows(\"1\")");
    assertEquals(List.of(), hints());
    lsp.server
        .getWorkspaceService()
        .didChangeConfiguration(
            new DidChangeConfigurationParams(
                json(
                    "{\"colight\": {\"run\": \"manual\", \"inlayHints.enabled\": true,"
                        + " \"maxTextLength\": \"many\", \"timeoutSeconds\": 7}}")));
    assertEquals("policy MANUAL", lsp.call("policy"));
    assertEquals("limit PT7S", lsp.call("limit"));
    assertEquals(1, hints().size());
  }

  @Test
  void what_is_no_matter_of_a_block_is_shown_as_a_message_on_one_line() throws Exception {
    lsp.initialize();
    lsp.open("1 //@ shows(\"1\")");
    lsp.tell(List.of(new WorkspaceEvent.Noted(URI, 1, 1, "a thread\nwas stopped")));
    String text = lsp.client.await(MessageParams.class).getMessage();
    assertTrue(text.startsWith(URI.substring(URI.lastIndexOf('/') + 1) + ": a thread"), text);
    assertTrue(text.lines().count() == 1, text);
  }

  @Test
  void rules_of_effects_come_with_the_settings() throws Exception {
    lsp.initialize("{}", "{\"colight\": {\"effectRules\": [\"[mails]\", \"a.B send\"]}}");
    assertEquals("rules [[mails], a.B send]", lsp.call("rules"));
    lsp.server
        .getWorkspaceService()
        .didChangeConfiguration(
            new DidChangeConfigurationParams(json("{\"colight\": {\"effectRules\": []}}")));
    assertEquals("rules []", lsp.call("rules"));
  }

  @Test
  void settings_are_asked_for_where_the_client_can_be_asked() throws Exception {
    lsp.client.settings = json("{\"run\": \"manual\"}");
    lsp.initialize("{\"workspace\": {\"configuration\": true}}", "{}");
    assertEquals("policy TYPE", lsp.call("policy"));
    assertEquals("policy MANUAL", lsp.call("policy"));
    lsp.client.settings = json("{\"run\": \"type\"}");
    lsp.server
        .getWorkspaceService()
        .didChangeConfiguration(new DidChangeConfigurationParams(new JsonObject()));
    assertEquals("policy TYPE", lsp.call("policy"));
  }

  @Test
  void the_outline_is_flat_for_a_client_that_knows_no_levels() throws Exception {
    lsp.initialize();
    lsp.open("// # Title\n\nint a; //@ defines(\"a\")");
    var symbols =
        get(lsp.server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(DOCUMENT)));
    assertTrue(symbols.stream().allMatch(Either::isLeft));
    assertEquals(2, symbols.size());
  }

  @Test
  void each_message_comes_in_one_piece_with_its_header() throws Exception {
    lsp.initialize();
    lsp.open("1 //@ shows(\"1\")");
    get(lsp.server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(DOCUMENT)));
    assertTrue(lsp.written.size() >= 2, lsp.written.toString());
    for (String piece : lsp.written) {
      assertTrue(piece.startsWith("Content-Length: ") && piece.endsWith("}"), piece);
    }
  }

  @Test
  void a_preview_opens_a_browser_where_the_editor_can_or_says_where_it_is() throws Exception {
    try (LspHarness harness = new LspHarness()) {
      harness.initialize();
      harness.open("1 //@ shows(\"1\")");
      PreviewResult page = harness.server.preview(new PreviewParams(URI)).get(30, TimeUnit.SECONDS);
      assertEquals("http://preview/" + URI, page.url());
      command(harness);
      MessageParams said = harness.client.await(MessageParams.class);
      assertTrue(said.getMessage().endsWith("http://preview/" + URI), said.getMessage());
    }
    try (LspHarness harness = new LspHarness()) {
      harness.initialize("{\"window\":{\"showDocument\":{\"support\":true}}}", "{}");
      harness.open("1 //@ shows(\"1\")\n\n2 //@ shows(\"2\")");
      command(harness);
      ShowDocumentParams shown = harness.client.await(ShowDocumentParams.class);
      assertEquals("http://preview/" + URI, shown.getUri());
      assertTrue(shown.getExternal());
      harness.registry.reveal(
          new RevealParams(URI, new Range(new Position(0, 0), new Position(0, 1)), null));
      ShowDocumentParams place = harness.client.await(ShowDocumentParams.class);
      assertEquals(URI, place.getUri());
      assertEquals(new Position(0, 1), place.getSelection().getEnd());
      DocumentResult document =
          harness.server.document(new DocumentParams(URI)).get(30, TimeUnit.SECONDS);
      String second = document.blocks().get(1).id();
      harness.registry.reveal(
          new RevealParams(URI, new Range(new Position(0, 0), new Position(0, 1)), second));
      ShowDocumentParams inBlock = harness.client.await(ShowDocumentParams.class);
      assertEquals(new Position(2, 1), inBlock.getSelection().getEnd());
    }
  }

  private static void command(LspHarness harness) throws Exception {
    var unused =
        harness
            .server
            .getWorkspaceService()
            .executeCommand(new ExecuteCommandParams("colight.preview", List.of(URI)))
            .get(30, TimeUnit.SECONDS);
  }

  @Test
  void a_document_is_exported() throws Exception {
    try (LspHarness harness = new LspHarness()) {
      harness.initialize();
      harness.open("int a = 1; //@ shows(\"a\", \"int\", \"1\")");
      ExportResult exported =
          harness.server.export(new ExportParams(URI, "markdown")).get(30, TimeUnit.SECONDS);
      assertEquals("```java\nint a = 1;\n```\n\n```text\na = 1\n```\n", exported.content());
    }
  }
}
