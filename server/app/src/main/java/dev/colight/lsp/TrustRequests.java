package dev.colight.lsp;

import dev.colight.protocol.TrustParams;
import dev.colight.protocol.TrustResult;
import dev.colight.protocol.TrustScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** Carries out what a client's user says of trust, away from the thread that reads it. */
public final class TrustRequests {
  private static final Logger LOG = Logger.getLogger(TrustRequests.class.getName());

  private final DocumentTrust trust;
  private final LanguageClient client;
  private final Executor threads;

  /** Creates what answers a client. */
  public TrustRequests(DocumentTrust trust, LanguageClient client, Executor threads) {
    this.trust = trust;
    this.client = client;
    this.threads = threads;
  }

  /** Trusts a document or its folder, or takes that back; answers whether the document may run. */
  public CompletableFuture<TrustResult> trust(TrustParams params) {
    TrustScope scope = params.scope() == null ? TrustScope.DOCUMENT : params.scope();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return params.trusted() ? grant(params.uri(), scope) : revoke(params.uri());
          } catch (IOException e) {
            LOG.log(Level.WARNING, "what is trusted cannot be kept", e);
            throw new ResponseErrorException(
                new ResponseError(
                    ResponseErrorCode.RequestFailed,
                    "What is trusted cannot be kept: " + e.getMessage(),
                    null));
          }
        },
        threads);
  }

  /** Does the same, and says what has become of it where that is not seen anyway. */
  CompletableFuture<Object> trustAndTell(TrustParams params) {
    return trust(params)
        .thenApply(
            result -> {
              if (result.trusted() != params.trusted() || !params.trusted()) {
                client.showMessage(new MessageParams(MessageType.Info, result.message()));
              }
              return result;
            });
  }

  private TrustResult grant(String uri, TrustScope scope) throws IOException {
    trust.grant(uri, scope);
    Path folder = scope == TrustScope.FOLDER ? trust.folder(uri) : null;
    String what = folder == null ? TrustWatcher.name(uri) : "all in " + folder;
    return new TrustResult(trust.trusts(uri), "From now on " + what + " is trusted.");
  }

  private TrustResult revoke(String uri) throws IOException {
    trust.revoke(uri);
    boolean still = trust.trusts(uri);
    return new TrustResult(
        still,
        still
            ? TrustWatcher.name(uri)
                + " is still trusted: by the editor, or as it is in no file, or by --trust."
            : TrustWatcher.name(uri) + " is not trusted any more, and does not run.");
  }
}
