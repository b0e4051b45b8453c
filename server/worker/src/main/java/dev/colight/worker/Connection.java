package dev.colight.worker;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages to the server. Must not be used by threads of the user's: interrupting a virtual
 * thread closes the socket that it writes to.
 */
final class Connection {
  private final OutputStream out;

  /** Goes with the next message; guarded by this. */
  private FromWorker.@Nullable Value kept;

  Connection(OutputStream out) {
    this.out = out;
  }

  /**
   * Sends the value that a run's last statement shows together with what comes next, which is the
   * end of the run, unless something is written meanwhile. So the server is woken once, and not
   * twice.
   */
  synchronized void keep(FromWorker.Value value) {
    flush();
    kept = value;
  }

  /** Sends a message; ends the process where nobody is there to hear it. */
  synchronized void send(FromWorker message) {
    FromWorker.Value before = kept;
    kept = null;
    if (before == null) {
      write(message);
    } else {
      write(message instanceof FromWorker.Done ? before.asLast() : before, message);
    }
  }

  /** Sends what is kept, without waiting for what comes next. */
  synchronized void flush() {
    FromWorker.Value before = kept;
    kept = null;
    if (before != null) {
      write(before);
    }
  }

  private void write(FromWorker... messages) {
    try {
      Frames.send(out, messages);
    } catch (IOException e) {
      Main.end();
    }
  }
}
