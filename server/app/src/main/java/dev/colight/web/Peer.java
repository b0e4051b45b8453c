package dev.colight.web;

/** What stands at the server's end of a WebSocket. */
interface Peer {
  /** Takes a message; called by one thread at a time, which must not be held up. */
  void receive(String message);

  /** Ends, as the connection has. May wait. */
  void close();

  /** Makes what answers a new connection. */
  interface Factory {
    Peer connect(Line line);
  }

  /** Where messages to the client go. */
  interface Line {
    /**
     * Sends a message, and waits as long as the client has too much to read; one that does not read
     * is cut off.
     *
     * @throws org.eclipse.lsp4j.jsonrpc.JsonRpcException where the client is not there any more
     */
    void send(String message);

    /** Ends the connection; returns at once. */
    void end();
  }
}
