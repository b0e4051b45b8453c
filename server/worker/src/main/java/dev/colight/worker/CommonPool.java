package dev.colight.worker;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;

/**
 * The pool that all code shares, as runs find it: with nothing left to do in it, or not. Belongs to
 * the runner's thread.
 */
final class CommonPool {
  private static final int TURNS_PER_MILLI = 10;
  private static final long TURN_NANOS = 100_000;

  private final Runnable pause;

  /** Whether it was seen; before, it may not be there yet, and is not to be made by asking. */
  private boolean seen;

  /** How often it was waited for since it last had nothing to do. */
  private int turns;

  /** Creates a look at the pool. */
  CommonPool() {
    this(() -> LockSupport.parkNanos(TURN_NANOS));
  }

  /**
   * Creates a look at the pool.
   *
   * @param pause waits for a moment between two looks
   */
  CommonPool(Runnable pause) {
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
    while (!idle && turns < millis * TURNS_PER_MILLI) {
      interrupted |= Thread.interrupted();
      pause.run();
      turns++;
      idle = isIdle();
    }
    if (idle) {
      turns = 0;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return idle;
  }

  private boolean isIdle() {
    seen = seen || UserThreads.all().stream().anyMatch(CommonPool::has);
    return !seen || ForkJoinPool.commonPool().isQuiescent();
  }
}
