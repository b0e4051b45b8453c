package dev.colight.web;

import dev.colight.protocol.FilesResult;

/** The documents that pages may look at. */
interface DocumentSource extends AutoCloseable {
  /** Returns what there is. May take a while. */
  FilesResult files();

  /**
   * Sees to it that a document is open, until it is released as often as it was acquired.
   *
   * @throws org.eclipse.lsp4j.jsonrpc.ResponseErrorException where there is no such document
   */
  void acquire(String uri);

  /** Notes that someone has no more use for a document. */
  void release(String uri);

  @Override
  void close();
}
