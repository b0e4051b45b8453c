package dev.colight.worker;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run to stop: compiled code by its checks, whichever thread it runs on, and what waits by
 * interrupting the runner and the threads that the run has started. Told by a thread that hears of
 * nothing else, asked by the one that runs, which may hear of a run later than the other that it is
 * to stop; an interrupt never hits anything but the run that it was meant for.
 */
final class Cancellation {
  private @Nullable Thread runner;

  /** The run that was asked for last, or 0 where it has ended. */
  private int run;

  /** The runs that are to stop, but for those before. */
  private final Set<Integer> interrupted = new HashSet<>();

  private volatile boolean requested;

  /** Whether the run has begun and not ended: until then nobody is there to be stopped. */
  private boolean begun;

  /** Number of a thread that was made right before the run began. */
  private long firstThread;

  /** Makes the calling thread the one that is interrupted. */
  synchronized void bind() {
    runner = Thread.currentThread();
  }

  /** Notes that a run is about to begin. */
  synchronized void expect(int newRun) {
    run = newRun;
    requested = interrupted.contains(newRun);
    interrupted.removeIf(old -> old <= newRun);
    begun = false;
  }

  /** Notes that a run begins; called by the runner. */
  synchronized void begin() {
    firstThread = new Thread().getId();
    begun = true;
  }

  /** Returns a number that is less than those of all threads that were made since it began. */
  synchronized long firstThread() {
    return firstThread;
  }

  /** Tells whether a thread was made before the run began. */
  synchronized boolean isOlder(Thread thread) {
    return !begun || thread.getId() <= firstThread;
  }

  /**
   * Stops a run, if it has not ended; one that has not begun yet, or that is not even expected,
   * ends before its first statement.
   */
  synchronized void request(int interruptedRun) {
    if (run != interruptedRun) {
      interrupted.add(interruptedRun);
      return;
    }
    requested = true;
    if (begun) {
      // Checks first: code that ignores its interrupt, which comes but once, must meet one after
      // it.
      StopCheck.stopAll();
      if (runner != null) {
        runner.interrupt();
      }
      UserThreads.startedSince(firstThread).forEach(Thread::interrupt);
    }
  }

  boolean isRequested() {
    return requested;
  }

  /**
   * Ends the run; called by the runner, which is interrupted no more from here on. Where the run
   * was stopped, its other threads get a moment to come to a check.
   *
   * @param millis how long that is
   * @return whether all threads that run the document's code could be stopped
   */
  boolean end(int millis) {
    boolean stopped = !requested || UserThreads.awaitStop(millis);
    synchronized (this) {
      run = 0;
      begun = false;
      StopCheck.releaseAll();
    }
    Thread.interrupted();
    return stopped;
  }
}
