package dev.colight.lsp;

import dev.colight.protocol.CancelResult;
import dev.colight.protocol.DocumentParams;
import dev.colight.protocol.DocumentRequests;
import dev.colight.protocol.ExpandParams;
import dev.colight.protocol.ExpandResult;
import dev.colight.protocol.ExportParams;
import dev.colight.protocol.ExportResult;
import dev.colight.protocol.InputParams;
import dev.colight.protocol.RunParams;
import dev.colight.protocol.RunResult;
import dev.colight.protocol.TrustParams;
import dev.colight.protocol.TrustResult;
import dev.colight.protocol.VerifyResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers what editors and pages ask for in the same way. */
public interface DocumentAnswers extends DocumentRequests {
  /** Returns what answers the client, which has been initialized. */
  Requests requests();

  /** Returns what compares for the client, which has been initialized. */
  Verifier verifier();

  /** Returns what carries out what the client says of trust. */
  TrustRequests trusting();

  @Override
  default CompletableFuture<TrustResult> trust(TrustParams params) {
    return trusting().trust(params);
  }

  @Override
  default CompletableFuture<RunResult> run(RunParams params) {
    return requests().run(params.uri(), params.blocks(), Boolean.TRUE.equals(params.force()));
  }

  @Override
  default CompletableFuture<CancelResult> cancel(DocumentParams params) {
    return requests().cancel(params.uri());
  }

  @Override
  default CompletableFuture<RunResult> restart(DocumentParams params) {
    return requests().restart(params.uri());
  }

  @Override
  default CompletableFuture<VerifyResult> verify(DocumentParams params) {
    return verifier().verify(params.uri());
  }

  @Override
  default CompletableFuture<ExportResult> export(ExportParams params) {
    return requests().export(params);
  }

  @Override
  default CompletableFuture<@Nullable Object> input(InputParams params) {
    requests().input(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  default CompletableFuture<ExpandResult> expand(ExpandParams params) {
    return requests().expand(params);
  }
}
