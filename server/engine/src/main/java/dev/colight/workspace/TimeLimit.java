package dev.colight.workspace;

import dev.colight.execution.RunId;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices runs that take too long. One timer at a time goes for all runs: it looks whose turn it is
 * when it rings, so that a run that ends in time costs nothing. Owned by the event thread.
 */
final class TimeLimit {
  private final LongSupplier nanos;
  private final BiConsumer<Duration, Runnable> after;
  private final Supplier<@Nullable RunId> running;
  private final BiConsumer<RunId, Duration> exceeded;
  private Duration limit = Duration.ZERO;
  private long start;
  private @Nullable RunId begun;
  private boolean ringing;

  /**
   * Creates a limit.
   *
   * @param nanos tells the time
   * @param after runs a task on the event thread after some time
   * @param running tells which run is under way that may not take longer
   * @param exceeded is told of a run that did
   */
  TimeLimit(
      LongSupplier nanos,
      BiConsumer<Duration, Runnable> after,
      Supplier<@Nullable RunId> running,
      BiConsumer<RunId, Duration> exceeded) {
    this.nanos = nanos;
    this.after = after;
    this.running = running;
    this.exceeded = exceeded;
  }

  /** Notes that a run begins that may take so long; zero is for ever. */
  void begin(RunId run, Duration newLimit) {
    begun = run;
    limit = newLimit;
    start = nanos.getAsLong();
    if (!ringing && !limit.isZero()) {
      ringAfter(limit);
    }
  }

  private void ringAfter(Duration delay) {
    ringing = true;
    after.accept(delay, this::ring);
  }

  private void ring() {
    ringing = false;
    RunId run = running.get();
    if (run == null || !run.equals(begun) || limit.isZero()) {
      return; // one that waits for its worker has not begun
    }
    long left = start + limit.toNanos() - nanos.getAsLong();
    if (left > 0) {
      ringAfter(Duration.ofNanos(left));
    } else {
      exceeded.accept(run, limit);
    }
  }
}
