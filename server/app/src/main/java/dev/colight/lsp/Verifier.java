package dev.colight.lsp;

import dev.colight.lsp.view.VerifyPhrases;
import dev.colight.protocol.VerifyResult;
import dev.colight.workspace.Verification;
import dev.colight.workspace.Verification.Abandoned;
import dev.colight.workspace.Verification.Compared;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** Answers whether what is shown for a document is what a clean run of it shows. */
public final class Verifier {
  /** After this time what has ended is compared; the document's own runs get a part of it. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final int DELAY_MS = 500;

  private final AtomicInteger shown = new AtomicInteger();
  private final LiveDocuments documents;
  private final ClientSession session;
  private final LanguageClient client;
  private final Executor threads;

  /** Creates what verifies for a session, on threads that may be busy for long. */
  public Verifier(
      LiveDocuments documents, ClientSession session, LanguageClient client, Executor threads) {
    this.documents = documents;
    this.session = session;
    this.client = client;
    this.threads = threads;
  }

  /** Answers a client that can show it; who cancels the answer ends the work for it. */
  public CompletableFuture<VerifyResult> verify(String uri) {
    return compare(uri, this::present);
  }

  /** Answers, and shows it to the user in words. */
  CompletableFuture<Object> verifyAndTell(String uri) {
    return compare(
        uri,
        compared -> {
          boolean good = compared.differences().isEmpty();
          client.showMessage(
              new MessageParams(
                  good ? MessageType.Info : MessageType.Warning, VerifyPhrases.outcome(compared)));
          return present(compared);
        });
  }

  private <T> CompletableFuture<T> compare(String uri, Function<Compared, ? extends T> answer) {
    CompletableFuture<Verification> verification = documents.verify(uri, LIMIT);
    if (session.abilities().progress()) {
      CompletableFuture.delayedExecutor(DELAY_MS, TimeUnit.MILLISECONDS, threads)
          .execute(() -> showProgress(uri, verification));
    }
    CompletableFuture<T> result =
        verification.thenApplyAsync(
            outcome -> {
              if (outcome instanceof Compared compared) {
                return answer.apply(compared);
              }
              throw failure(((Abandoned) outcome).cause());
            },
            threads);
    var unused =
        result.whenComplete(
            (done, failure) -> {
              if (result.isCancelled()) {
                verification.cancel(false);
              }
            });
    return result;
  }

  /** Shows that the comparison goes on, for as long as it does; a user can cancel it there. */
  private void showProgress(String uri, CompletableFuture<Verification> verification) {
    if (verification.isDone()) {
      return;
    }
    Either<String, Integer> token =
        Either.forLeft(ProgressWatcher.TOKEN + "verify-" + shown.incrementAndGet() + "/" + uri);
    var unused =
        client
            .createProgress(new WorkDoneProgressCreateParams(token))
            .thenRun(
                () -> {
                  WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
                  begin.setTitle("Comparing with a clean run");
                  begin.setCancellable(true);
                  client.notifyProgress(new ProgressParams(token, Either.forLeft(begin)));
                  var unusedEnd =
                      verification.whenComplete(
                          (outcome, failure) ->
                              client.notifyProgress(
                                  new ProgressParams(
                                      token, Either.forLeft(new WorkDoneProgressEnd()))));
                });
  }

  private VerifyResult present(Compared compared) {
    return session.presentation(compared.shown()).verification(compared);
  }

  private static ResponseErrorException failure(Verification.Cause cause) {
    ResponseErrorCode code =
        switch (cause) {
          case NOT_OPEN -> ResponseErrorCode.InvalidParams;
          case CANCELLED, REPLACED -> ResponseErrorCode.RequestCancelled;
          case CLOSED, UNTRUSTED -> ResponseErrorCode.RequestFailed;
        };
    return new ResponseErrorException(
        new ResponseError(code, VerifyPhrases.abandoned(cause), null));
  }
}
