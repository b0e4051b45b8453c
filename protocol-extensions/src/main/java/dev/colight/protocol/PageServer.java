package dev.colight.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * Answers what a page in a browser asks. A page looks at documents and has them run; it cannot
 * open, change or close one, which is why this is no language server.
 */
public interface PageServer extends DocumentRequests {
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
}
