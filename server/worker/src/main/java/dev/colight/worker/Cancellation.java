package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/**
 * Tells the runner to stop. Told by the thread that reads, asked by the one that runs; an interrupt
 * never hits anything but the run that it was meant for.
 */
final class Cancellation {
  private @Nullable Thread runner;

  /** The run that was asked for last, or 0 where it has ended. */
  private int run;

  private volatile boolean requested;

  /** Makes the calling thread the one that is interrupted. */
  synchronized void bind() {
    runner = Thread.currentThread();
  }

  /** Notes that a run is about to be handed to the runner. */
  synchronized void expect(int newRun) {
    run = newRun;
    requested = false;
  }

  /** Interrupts a run, if it has not ended. */
  synchronized void request(int interruptedRun) {
    if (run == interruptedRun) {
      requested = true;
      if (runner != null) {
        runner.interrupt();
      }
    }
  }

  boolean isRequested() {
    return requested;
  }

  /** Ends the run; called by the runner, which is interrupted no more from here on. */
  synchronized void end() {
    run = 0;
    Thread.interrupted();
  }
}
