package dev.colight.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;

/** Answers what clients ask beyond LSP. */
public interface ColightServer extends LanguageServer, DocumentRequests {
  /** Returns everything about a document, for a client that joins late. */
  @JsonRequest(Protocol.DOCUMENT)
  CompletableFuture<DocumentResult> document(DocumentParams params);

  /** Returns where a browser finds the page, for one use. */
  @JsonRequest(Protocol.PREVIEW)
  CompletableFuture<PreviewResult> preview(PreviewParams params);
}
