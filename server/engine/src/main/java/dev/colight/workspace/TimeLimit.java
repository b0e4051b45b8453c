package dev.colight.workspace;

import dev.colight.execution.RunId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices runs that take too long. One timer at a time goes for all runs: it looks whose turn it is
 * when it rings, so that a run that ends in time costs nothing. Owned by the event thread.
 */
final class TimeLimit {
  private final Executor events;
  private final Supplier<@Nullable RunId> running;
  private final BiConsumer<RunId, Duration> exceeded;
  private Duration limit = Duration.ZERO;
  private long start;
  private boolean ringing;

  /**
   * Creates a limit.
   *
   * @param events runs tasks on the event thread
   * @param running tells which run is under way that may not take longer
   * @param exceeded is told of a run that did
   */
  TimeLimit(
      Executor events, Supplier<@Nullable RunId> running, BiConsumer<RunId, Duration> exceeded) {
    this.events = events;
    this.running = running;
    this.exceeded = exceeded;
  }

  /** Notes that a run begins that may take so long; zero is for ever. */
  void begin(Duration newLimit) {
    limit = newLimit;
    start = System.nanoTime();
    if (!ringing && !limit.isZero()) {
      ringAfter(limit.toNanos());
    }
  }

  private void ringAfter(long nanos) {
    ringing = true;
    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, events).execute(this::ring);
  }

  private void ring() {
    ringing = false;
    RunId run = running.get();
    if (run == null || limit.isZero()) {
      return;
    }
    long left = start + limit.toNanos() - System.nanoTime();
    if (left > 0) {
      ringAfter(left);
    } else {
      exceeded.accept(run, limit);
    }
  }
}
