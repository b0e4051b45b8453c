package dev.colight.workspace;

import java.time.Duration;
import java.util.concurrent.Executor;

/** What a workspace works on, and the time it goes by. Tests have one that they drive. */
interface Threads {
  /** Works on events, one after the other. */
  Executor events();

  /**
   * Works on the event that the calling thread has to bring, in the same order with all others; on
   * that thread where it can be. To be asked for each event.
   */
  Executor answers();

  /** Compiles, one call after the other. */
  Executor compilations();

  /** Returns a time that only grows, in nanoseconds. */
  long nanos();

  /** Runs a task that takes no time, on any thread, once some time has passed. */
  void after(Duration delay, Runnable task);

  /**
   * Waits until what was asked for before is done, and takes no more.
   *
   * @return whether all has ended
   */
  boolean close();
}
