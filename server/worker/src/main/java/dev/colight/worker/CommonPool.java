package dev.colight.worker;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The pool that all code shares, as runs find it: with nothing left to do in it, or not. Belongs to
 * the runner's thread.
 */
final class CommonPool {
  private static final long TURN_NANOS = 100_000;

  private final LongSupplier clock;
  private final Runnable pause;

  /** For how many nanoseconds it was waited for since it last had nothing to do. */
  private long waited;

  /** Creates a look at the pool. */
  CommonPool() {
    this(System::nanoTime, () -> LockSupport.parkNanos(TURN_NANOS));
  }

  /**
   * Creates a look at the pool.
   *
   * @param clock tells nanoseconds
   * @param pause waits for a moment between two looks
   */
  CommonPool(LongSupplier clock, Runnable pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Tells whether a thread is of it. */
  static boolean has(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }

  /**
   * Waits a moment until there is nothing left to do in it. What goes on for longer is waited for
   * once, and not by each run again. The caller's interrupted status does not matter.
   *
   * @param millis how long to wait at most
   * @return whether it came to that
   */
  boolean awaitIdle(int millis) {
    boolean interrupted = false;
    boolean idle = isIdle();
    long begun = clock.getAsLong() - waited;
    long most = TimeUnit.MILLISECONDS.toNanos(millis);
    while (!idle && waited < most) {
      interrupted |= Thread.interrupted();
      pause.run();
      waited = clock.getAsLong() - begun;
      idle = isIdle();
    }
    if (idle) {
      waited = 0;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return idle;
  }

  /** It may not be there yet, and is not to be made by asking. */
  private static boolean isIdle() {
    return !Memory.isInitialised(ForkJoinPool.class) || ForkJoinPool.commonPool().isQuiescent();
  }
}
