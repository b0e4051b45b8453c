package dev.colight.worker;

import dev.colight.worker.wire.FromWorker;
import java.io.InputStream;

/** What runs share. */
record RunContext(
    Connection connection,
    GeneratedLoader loader,
    Incarnation incarnation,
    Output output,
    OutputStreams streams,
    Helper helper,
    Expansions expansions,
    Cancellation cancellation,
    Guard guard) {
  static RunContext create(
      Connection connection, GeneratedLoader loader, Cancellation cancellation) {
    Output output = new Output(connection);
    return new RunContext(
        connection,
        loader,
        Incarnation.of(loader),
        output,
        OutputStreams.of(output),
        new Helper(loader),
        new Expansions(),
        cancellation,
        new Guard(cancellation, text -> note(connection, text)));
  }

  /** Sends a note on a thread of its own: whoever is denied something may be interrupted. */
  private static void note(Connection connection, String text) {
    Runnable send = () -> connection.send(new FromWorker.Note(text));
    Thread thread = new Thread(null, send, "colight-note", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the context of another incarnation of the document. */
  RunContext renewed() {
    GeneratedLoader next = loader.renewed();
    return new RunContext(
        connection,
        next,
        Incarnation.of(next),
        output,
        streams,
        new Helper(next),
        new Expansions(),
        cancellation,
        guard);
  }

  Storages storages() {
    return incarnation.storages();
  }

  /** Gives user code its streams; undoes what it may have done with {@code System.setOut}. */
  void installStreams() {
    System.setIn(InputStream.nullInputStream());
    streams.install();
  }
}
