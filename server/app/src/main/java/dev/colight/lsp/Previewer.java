package dev.colight.lsp;

import dev.colight.protocol.ColightClient;
import dev.colight.protocol.PreviewResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** Shows documents in a browser for one editor. */
final class Previewer {
  private final Previews previews;
  private final ColightClient client;
  private final ClientSession session;
  private final Executor threads;

  Previewer(Previews previews, ColightClient client, ClientSession session, Executor threads) {
    this.previews = previews;
    this.client = client;
    this.session = session;
    this.threads = threads;
  }

  /** Answers where the page is. */
  CompletableFuture<PreviewResult> preview(@Nullable String uri) {
    return CompletableFuture.supplyAsync(() -> new PreviewResult(url(uri)), threads);
  }

  /** Has the editor show the page, or say where it is. */
  CompletableFuture<Object> open(String uri) {
    return preview(uri)
        .thenApply(
            page -> {
              if (session.abilities().showDocument()) {
                ShowDocumentParams shown = new ShowDocumentParams(page.url());
                shown.setExternal(true);
                var unused = client.showDocument(shown);
              } else {
                client.showMessage(
                    new MessageParams(
                        MessageType.Info, "Open this in a browser, once: " + page.url()));
              }
              return page;
            });
  }

  private String url(@Nullable String uri) {
    try {
      return previews.url(uri);
    } catch (IllegalStateException e) {
      throw new ResponseErrorException(
          new ResponseError(ResponseErrorCode.RequestFailed, String.valueOf(e.getMessage()), null));
    }
  }
}
