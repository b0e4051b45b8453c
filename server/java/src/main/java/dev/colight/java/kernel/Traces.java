package dev.colight.java.kernel;

import dev.colight.cache.CodeKey;
import dev.colight.execution.KernelEvent.Frame;
import dev.colight.execution.KernelEvent.Thrown;
import dev.colight.java.compile.ClassStore;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.ShownNames;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells exceptions in terms of the document. */
final class Traces {
  private static final int NATIVE_LINE = -2;

  private final ClassStore store;
  private final Function<String, @Nullable CodeKey> keys;

  /**
   * Creates a translator.
   *
   * @param keys finds the key of which a class name has the digits
   */
  Traces(ClassStore store, Function<String, @Nullable CodeKey> keys) {
    this.store = store;
    this.keys = keys;
  }

  /** Returns the exception at the head of a chain of causes; null where there is none. */
  @Nullable Thrown thrown(List<FromWorker.Thrown> chain) {
    Thrown thrown = null;
    for (int i = chain.size() - 1; i >= 0; i--) {
      FromWorker.Thrown link = chain.get(i);
      List<Frame> trace = link.trace().stream().map(this::frame).toList();
      thrown = new Thrown(ShownNames.type(link.type()), link.message(), trace, thrown);
    }
    return thrown;
  }

  /** Returns the innermost frame that stands in the document, or null. */
  @Nullable Frame own(List<FromWorker.TraceFrame> trace) {
    for (FromWorker.TraceFrame one : trace) {
      Frame frame = frame(one);
      if (frame.code() != null && frame.token() >= 0) {
        return frame;
      }
    }
    return null;
  }

  private Frame frame(FromWorker.TraceFrame frame) {
    if (frame.className().isEmpty()) {
      return new Frame(frame.method(), null, -1, null);
    }
    String function = ShownNames.function(frame.className(), frame.method());
    String digits = ShownNames.key(frame.className());
    if (digits == null) {
      return new Frame(function, null, -1, location(frame));
    }
    CodeKey key = keys.apply(digits);
    int token = key == null || frame.line() < 0 ? -1 : store.token(key, frame.line());
    return new Frame(function, key, token, null);
  }

  private static String location(FromWorker.TraceFrame frame) {
    if (frame.line() == NATIVE_LINE) {
      return "Native Method";
    }
    String file = frame.file();
    if (file == null) {
      return "Unknown Source";
    }
    return frame.line() < 0 ? file : file + ":" + frame.line();
  }
}
