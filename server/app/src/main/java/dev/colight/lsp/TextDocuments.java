package dev.colight.lsp;

import dev.colight.lsp.feature.CodeLenses;
import dev.colight.lsp.feature.DocumentSymbols;
import dev.colight.lsp.feature.FoldingRanges;
import dev.colight.lsp.feature.Hovers;
import dev.colight.lsp.feature.InlayHints;
import dev.colight.lsp.feature.SourceLenses;
import dev.colight.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Hands what a client says and asks about documents to who deals with it. */
final class TextDocuments implements EditingAnswers {
  private final Supplier<Attachment> attached;
  private final Consumer<String> closed;

  /**
   * Creates the service.
   *
   * @param closed told of documents that have been closed
   */
  TextDocuments(Supplier<Attachment> attached, Consumer<String> closed) {
    this.attached = attached;
    this.closed = closed;
  }

  @Override
  public Attachment attachment() {
    return attached.get();
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    attached.get().sync().open(params.getTextDocument());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    attached.get().session().changed(params.getTextDocument().getUri(), params.getContentChanges());
    attached.get().sync().change(params.getTextDocument(), params.getContentChanges());
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    attached.get().sync().save(params.getTextDocument().getUri());
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    attached.get().semantics().closed(uri);
    if (attached.get().sync().close(uri)) {
      closed.accept(uri);
    }
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    int first = params.getRange().getStart().getLine();
    int last = params.getRange().getEnd().getLine();
    String uri = params.getTextDocument().getUri();
    Attachment at = attached.get();
    boolean once = at.session().abilities().hints() == HintSupport.ONCE;
    return at.session()
        .readyForHints(uri, first, last)
        .thenCompose(
            ready ->
                at.requests()
                    .<List<InlayHint>>read(
                        uri,
                        List.of(),
                        reading ->
                            once
                                ? InlayHints.lasting(reading, first, last)
                                : InlayHints.of(reading, first, last, at.session().unsettled(uri))))
        .thenApply(
            hints -> {
              at.session().answered(uri, hints);
              return hints;
            });
  }

  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    return attached
        .get()
        .requests()
        .read(
            params.getTextDocument().getUri(),
            Optional.<Hover>empty(),
            reading ->
                Hovers.of(
                    reading,
                    reading.assistant(),
                    reading.positions().fromLsp(params.getPosition())))
        .thenApply(hover -> hover.orElse(null));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    String uri = params.getTextDocument().getUri();
    Attachment at = attached.get();
    Text source = at.sync().source(uri);
    return source == null
        ? at.requests().read(uri, List.of(), CodeLenses::of)
        : at.requests()
            .readAll(
                documents ->
                    SourceLenses.of(uri, source, at.session().abilities().encoding(), documents));
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return attached
        .get()
        .requests()
        .read(params.getTextDocument().getUri(), List.of(), FoldingRanges::of);
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    String uri = params.getTextDocument().getUri();
    boolean nested = attached.get().session().abilities().nestedSymbols();
    return attached
        .get()
        .requests()
        .read(
            uri,
            List.of(),
            reading -> {
              List<DocumentSymbol> symbols = DocumentSymbols.of(reading);
              return nested
                  ? symbols.stream()
                      .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                      .toList()
                  : DocumentSymbols.flat(symbols).stream()
                      .map(symbol -> information(uri, symbol))
                      .toList();
            });
  }

  /** Returns the older form of a symbol, for clients that know no other. */
  @SuppressWarnings("deprecation")
  private static Either<SymbolInformation, DocumentSymbol> information(
      String uri, DocumentSymbol symbol) {
    return Either.forLeft(
        new SymbolInformation(
            symbol.getName(), symbol.getKind(), new Location(uri, symbol.getRange())));
  }
}
