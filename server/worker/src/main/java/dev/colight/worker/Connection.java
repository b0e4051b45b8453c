package dev.colight.worker;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Sends messages to the server. Must not be used by threads of the user's: interrupting a virtual
 * thread closes the socket that it writes to.
 */
final class Connection {
  private final OutputStream out;

  Connection(OutputStream out) {
    this.out = out;
  }

  /** Sends a message; ends the process where nobody is there to hear it. */
  synchronized void send(FromWorker message) {
    try {
      Frames.send(out, message);
    } catch (IOException e) {
      Main.end();
    }
  }
}
