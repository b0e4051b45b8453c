package dev.colight.web;

import dev.colight.lsp.rpc.Connection;

/** One page, connected by its WebSocket. */
final class PagePeer implements Peer {
  private final PageSession session;
  private final Connection connection;

  PagePeer(PageSession session, Line line) {
    this.session = session;
    this.connection =
        new Connection(session, json -> message -> line.send(json.serialize(message)), line::end);
    session.connect(connection.client());
  }

  @Override
  public void receive(String message) {
    connection.receive(message);
    session.received();
  }

  @Override
  public void close() {
    session.close();
    connection.close();
  }
}
