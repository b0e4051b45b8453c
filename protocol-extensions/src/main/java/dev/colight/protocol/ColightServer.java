package dev.colight.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** Answers what clients ask beyond LSP. */
public interface ColightServer extends LanguageServer {
  /** Returns everything about a document, for a client that joins late. */
  @JsonRequest(Protocol.DOCUMENT)
  CompletableFuture<DocumentResult> document(DocumentParams params);

  /** Runs all blocks, or some and what they need. */
  @JsonRequest(Protocol.RUN)
  CompletableFuture<RunResult> run(RunParams params);

  /** Ends the run under way. */
  @JsonRequest(Protocol.CANCEL)
  CompletableFuture<CancelResult> cancel(DocumentParams params);

  /** Starts afresh: a new worker, nothing cached. */
  @JsonRequest(Protocol.RESTART)
  CompletableFuture<RunResult> restart(DocumentParams params);

  /** Compares what is shown with a clean run in another worker, once all runs have ended. */
  @JsonRequest(Protocol.VERIFY)
  CompletableFuture<VerifyResult> verify(DocumentParams params);

  /** Returns where a browser finds the page, for one use. */
  @JsonRequest(Protocol.PREVIEW)
  CompletableFuture<PreviewResult> preview(PreviewParams params);

  /** Writes a document with its results in another format. */
  @JsonRequest(Protocol.EXPORT)
  CompletableFuture<ExportResult> export(ExportParams params);

  /** Runs what depends on an input that was moved; answers with null, before that has run. */
  @JsonRequest(Protocol.INPUT)
  CompletableFuture<@Nullable Object> input(InputParams params);

  /** Returns more of a value than what was shown at first. */
  @JsonRequest(Protocol.EXPAND)
  CompletableFuture<ExpandResult> expand(ExpandParams params);
}
