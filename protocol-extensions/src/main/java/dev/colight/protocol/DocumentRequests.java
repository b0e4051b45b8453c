package dev.colight.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.jspecify.annotations.Nullable;

/** What editors and pages alike may ask for about a document that is open. */
public interface DocumentRequests {
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

  /** Trusts the document or its folder from now on, or takes that back, which ends what runs. */
  @JsonRequest(Protocol.TRUST)
  CompletableFuture<TrustResult> trust(TrustParams params);

  /** Returns more of a value than what was shown at first. */
  @JsonRequest(Protocol.EXPAND)
  CompletableFuture<ExpandResult> expand(ExpandParams params);
}
