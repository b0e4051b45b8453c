package dev.colight.web;

import dev.colight.lsp.ClientRegistry;
import dev.colight.lsp.DocumentTrust;
import dev.colight.lsp.LiveDocuments;

/**
 * What pages have in common.
 *
 * @param trust which documents may run
 * @param source which documents they may look at
 * @param version what the server says of itself
 */
record PageHost(
    LiveDocuments documents,
    ClientRegistry registry,
    DocumentTrust trust,
    DocumentSource source,
    PayloadStore payloads,
    String version)
    implements Peer.Factory {
  @Override
  public Peer connect(Peer.Line line) {
    return new PagePeer(new PageSession(this), line);
  }
}
