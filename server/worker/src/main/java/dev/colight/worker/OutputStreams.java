package dev.colight.worker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What user code finds as {@code System.out} and {@code System.err}. */
final class OutputStreams {
  private OutputStreams() {}

  /** Makes a stream that cannot be closed. */
  static PrintStream stream(Output output, boolean error) {
    return new PrintStream(new Sink(output, error), false, StandardCharsets.UTF_8) {
      @Override
      public void close() {
        flush();
      }
    };
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
