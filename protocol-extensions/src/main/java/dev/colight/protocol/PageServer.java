package dev.colight.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a page in a browser asks. A page looks at documents and has them run; it cannot
 * open, change or close one, which is why this is no language server.
 */
public interface PageServer {
  @JsonRequest
  CompletableFuture<InitializeResult> initialize(InitializeParams params);

  @JsonNotification
  void initialized(InitializedParams params);

  /** Returns everything about a document, and from there on tells what changes in it. */
  @JsonRequest(Protocol.DOCUMENT)
  CompletableFuture<DocumentResult> document(DocumentParams params);

  /** Tells no more of a document. */
  @JsonNotification(Protocol.UNWATCH)
  void unwatch(DocumentParams params);

  /** Returns the documents that can be watched. */
  @JsonRequest(Protocol.FILES)
  CompletableFuture<FilesResult> files(FilesParams params);

  /** Shows a place in the editor, where there is one. */
  @JsonNotification(Protocol.REVEAL)
  void reveal(RevealParams params);

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

  /** Writes a document with its results in another format. */
  @JsonRequest(Protocol.EXPORT)
  CompletableFuture<ExportResult> export(ExportParams params);

  /** Runs what depends on an input that was moved; answers with null, before that has run. */
  @JsonRequest(Protocol.INPUT)
  CompletableFuture<@Nullable Object> input(InputParams params);

  /** Gives more of a value that is shown in part. */
  @JsonRequest(Protocol.EXPAND)
  CompletableFuture<ExpandResult> expand(ExpandParams params);
}
