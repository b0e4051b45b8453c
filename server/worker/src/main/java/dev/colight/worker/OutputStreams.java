package dev.colight.worker;

import java.io.OutputStream;

/** What user code finds as {@code System.out} and {@code System.err}. */
record OutputStreams(TextStream out, TextStream err) {
  static OutputStreams of(Output output) {
    return new OutputStreams(
        new TextStream(new Sink(output, false)), new TextStream(new Sink(output, true)));
  }

  /** Gives them to user code for a run; undoes what it may have done with {@code System.setOut}. */
  void install() {
    out.restart();
    err.restart();
    System.setOut(out);
    System.setErr(err);
  }

  private static final class Sink extends OutputStream {
    private final Output output;
    private final boolean error;

    private Sink(Output output, boolean error) {
      this.output = output;
      this.error = error;
    }

    @Override
    public void write(int value) {
      output.write(error, new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      output.write(error, bytes, offset, length);
    }
  }
}
