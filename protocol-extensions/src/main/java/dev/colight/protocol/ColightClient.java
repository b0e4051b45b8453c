package dev.colight.protocol;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** Hears from the server; a client that did not announce the protocol gets none of these. */
public interface ColightClient extends LanguageClient {
  @JsonNotification(Protocol.RUN_START)
  void runStart(RunStartParams params);

  @JsonNotification(Protocol.BLOCK_RESULT)
  void blockResult(BlockResultParams params);

  @JsonNotification(Protocol.BLOCK_OUTPUT)
  void blockOutput(BlockOutputParams params);

  @JsonNotification(Protocol.RUN_END)
  void runEnd(RunEndParams params);

  @JsonNotification(Protocol.STATUS)
  void status(StatusParams params);

  /** Says that {@code colight/files} would be answered otherwise now; only pages are told. */
  @JsonNotification(Protocol.FILES_CHANGED)
  default void filesChanged(FilesChangedParams params) {}
}
