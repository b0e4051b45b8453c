package dev.colight.worker;

import java.io.InputStream;
import java.io.PrintStream;

/** What runs share. */
record RunContext(
    Connection connection,
    GeneratedLoader loader,
    Storages storages,
    Output output,
    PrintStream out,
    PrintStream err,
    Helper helper,
    Cancellation cancellation) {
  static RunContext create(
      Connection connection, GeneratedLoader loader, Cancellation cancellation) {
    Output output = new Output(connection);
    return new RunContext(
        connection,
        loader,
        new Storages(loader),
        output,
        OutputStreams.stream(output, false),
        OutputStreams.stream(output, true),
        new Helper(loader),
        cancellation);
  }

  /** Gives user code its streams; undoes what it may have done with {@code System.setOut}. */
  void installStreams() {
    System.setIn(InputStream.nullInputStream());
    System.setOut(out);
    System.setErr(err);
  }
}
