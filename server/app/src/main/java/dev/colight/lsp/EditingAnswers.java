package dev.colight.lsp;

import dev.colight.execution.Assistant;
import dev.colight.execution.WorkspaceNames;
import dev.colight.java.split.JavaFile;
import dev.colight.lsp.feature.CodeActions;
import dev.colight.lsp.feature.Formats;
import dev.colight.lsp.feature.Names;
import dev.colight.lsp.feature.SemanticMarks;
import dev.colight.lsp.feature.SharedNames;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Position;
import dev.colight.workspace.DocumentSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Answers what a client asks to help with editing. */
interface EditingAnswers extends TextDocumentService {
  /** Returns what there is for the client, which has been initialized. */
  Attachment attachment();

  /** Looks at a place with the language's help. */
  @FunctionalInterface
  interface Look<T> {
    T at(Reading reading, Assistant assistant, Position position);
  }

  private <T> CompletableFuture<T> look(TextDocumentPositionParams params, T none, Look<T> look) {
    Attachment client = attachment();
    return client
        .requests()
        .read(
            params.getTextDocument().getUri(),
            none,
            reading ->
                look.at(
                    reading,
                    reading.assistant(),
                    reading.positions().fromLsp(params.getPosition())));
  }

  /**
   * Looks at a place whose name may be a source's: in a document, or in a source that is open. Java
   * files that are live are left to whoever has Java.
   *
   * @param shared returns null where the name is no source's
   * @param answer gives what was found the form that LSP has for it
   */
  private <T, A> CompletableFuture<A> look(
      TextDocumentPositionParams params,
      T none,
      Function<SharedNames, @Nullable T> shared,
      Look<T> own,
      Function<T, A> answer) {
    Attachment client = attachment();
    String uri = params.getTextDocument().getUri();
    boolean asked = !JavaFile.isNamed(uri) || client.sync().source(uri) != null;
    Map<String, Integer> versions = client.sync().versions();
    Abilities abilities = client.session().abilities();
    // Who cancels does so with what is returned: the work goes on until it asks for that.
    CompletableFuture<A> answered = new CompletableFuture<>();
    var unused =
        client
            .requests()
            .<T>readCurrent(
                documents -> {
                  SharedNames names =
                      new SharedNames(
                          client.requests().names(),
                          documents,
                          versions,
                          abilities.encoding(),
                          abilities.editing(),
                          answered::isCancelled);
                  T found = asked ? shared.apply(names) : null;
                  for (DocumentSnapshot document : documents) {
                    if (found == null && document.uri().equals(uri)) {
                      Reading reading = client.session().reading(document);
                      Position at = reading.positions().fromLsp(params.getPosition());
                      return own.at(reading, reading.assistant(), at);
                    }
                  }
                  return found == null ? none : found;
                })
            .thenApply(answer)
            .whenComplete(
                (found, failure) -> {
                  if (failure == null) {
                    answered.complete(found);
                  } else {
                    answered.completeExceptionally(failure);
                  }
                });
    return answered;
  }

  @Override
  default CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return attachment()
        .help()
        .completion(params.getTextDocument().getUri(), params.getPosition())
        .thenApply(Either::forRight);
  }

  @Override
  default CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
    return attachment().help().resolve(item);
  }

  @Override
  default CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
    return attachment()
        .help()
        .signatureHelp(params.getTextDocument().getUri(), params.getPosition());
  }

  @Override
  default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    String uri = params.getTextDocument().getUri();
    return look(
        params,
        List.<Location>of(),
        names ->
            JavaFile.isNamed(uri)
                ? names.locations(uri, params.getPosition(), WorkspaceNames.Use::definition)
                : null,
        Names::definition,
        Either::forLeft);
  }

  @Override
  default CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    boolean definitions = params.getContext().isIncludeDeclaration();
    return look(
        params,
        List.<Location>of(),
        names ->
            names.locations(
                params.getTextDocument().getUri(),
                params.getPosition(),
                use -> definitions || !use.definition()),
        (reading, assistant, position) ->
            Names.references(reading, assistant, position, definitions),
        found -> found);
  }

  @Override
  default CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return look(params, List.<DocumentHighlight>of(), Names::highlights).thenApply(found -> found);
  }

  @Override
  default CompletableFuture<
          @Nullable Either3<
              org.eclipse.lsp4j.Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return look(
        params,
        Optional.<PrepareRenameResult>empty(),
        names -> {
          PrepareRenameResult found =
              names.prepare(params.getTextDocument().getUri(), params.getPosition());
          return found == null ? null : Optional.of(found);
        },
        Names::prepare,
        found ->
            found
                .map(
                    Either3
                        ::<org.eclipse.lsp4j.Range, PrepareRenameResult,
                            PrepareRenameDefaultBehavior>forSecond)
                .orElse(null));
  }

  @Override
  default CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return look(
        params,
        new WorkspaceEdit(),
        names ->
            names.rename(
                params.getTextDocument().getUri(), params.getPosition(), params.getNewName()),
        (reading, assistant, position) ->
            Names.rename(reading, assistant, position, params.getNewName()),
        found -> found);
  }

  @Override
  default CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    Attachment client = attachment();
    return client
        .requests()
        .<List<Either<Command, CodeAction>>>read(
            params.getTextDocument().getUri(),
            List.of(),
            reading ->
                CodeActions.of(reading, reading.assistant(), params.getContext().getDiagnostics()));
  }

  @Override
  default CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return format(params.getTextDocument().getUri(), 0, Integer.MAX_VALUE, params.getOptions());
  }

  @Override
  default CompletableFuture<List<? extends TextEdit>> rangeFormatting(
      DocumentRangeFormattingParams params) {
    return format(
        params.getTextDocument().getUri(),
        params.getRange().getStart().getLine(),
        Formats.lastLine(params.getRange()),
        params.getOptions());
  }

  private CompletableFuture<List<? extends TextEdit>> format(
      String uri, int firstLine, int lastLine, FormattingOptions options) {
    return attachment()
        .requests()
        .read(
            uri,
            List.of(),
            reading -> Formats.of(reading, reading.assistant(), firstLine, lastLine, options));
  }

  @Override
  default CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    String uri = params.getTextDocument().getUri();
    SemanticMemory memory = attachment().semantics();
    return marks(uri, 0, Integer.MAX_VALUE).thenApply(data -> memory.full(uri, data));
  }

  @Override
  default CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
      SemanticTokensDeltaParams params) {
    String uri = params.getTextDocument().getUri();
    String previous = params.getPreviousResultId();
    SemanticMemory memory = attachment().semantics();
    return marks(uri, 0, Integer.MAX_VALUE).thenApply(data -> memory.since(uri, previous, data));
  }

  @Override
  default CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
    return marks(
            params.getTextDocument().getUri(),
            params.getRange().getStart().getLine(),
            params.getRange().getEnd().getLine())
        .thenApply(SemanticTokens::new);
  }

  private CompletableFuture<List<Integer>> marks(String uri, int firstLine, int lastLine) {
    Attachment client = attachment();
    return client
        .requests()
        .read(
            uri,
            List.of(),
            reading -> SemanticMarks.of(reading, reading.assistant(), firstLine, lastLine));
  }
}
