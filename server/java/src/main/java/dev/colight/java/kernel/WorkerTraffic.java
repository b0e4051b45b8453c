package dev.colight.java.kernel;

import dev.colight.worker.wire.ToWorker;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes to the workers of a pool, so that tests can say what an edit costs. */
public final class WorkerTraffic {
  private final LongAdder bytes = new LongAdder();
  private final LongAdder classes = new LongAdder();

  /** Returns the bytes that were sent so far, frames included. */
  public long bytes() {
    return bytes.sum();
  }

  /** Returns the class files that were sent so far. */
  public long classes() {
    return classes.sum();
  }

  void sent(ToWorker message, int length) {
    bytes.add(length);
    if (message instanceof ToWorker.Define define) {
      classes.add(define.classes().size());
    }
  }
}
