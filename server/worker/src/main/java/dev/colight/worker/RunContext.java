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
        new Guard(
            cancellation,
            text -> send(connection, new FromWorker.Note(text)),
            process -> await(send(connection, new FromWorker.Started(process)))));
  }

  /** Sends something on a thread of its own: whoever the guard was asked for may be interrupted. */
  private static Thread send(Connection connection, FromWorker message) {
    Runnable send = () -> connection.send(message);
    Thread thread = new Thread(null, send, "colight-note", 0, false);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Waits for a thread of ours to end, and leaves it to others that this one is interrupted. */
  private static void await(Thread ours) {
    boolean interrupted = false;
    while (ours.isAlive()) {
      try {
        ours.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the context of another incarnation of the document. */
  RunContext renewed() {
    incarnation.end();
    helper.end();
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
