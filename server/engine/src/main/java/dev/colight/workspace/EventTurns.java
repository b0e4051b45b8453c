package dev.colight.workspace;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs events one after the other, in the order in which they came: on a thread, or, where none
 * runs or waits, on that of whoever brings one and lends itself. Then no other thread has to be
 * woken first, which on a busy machine takes longer than a short event. Who lends itself does so
 * for its own event alone: what comes meanwhile is left to the thread.
 */
final class EventTurns implements Executor {
  private final Executor thread;

  /** Guarded by this, as all below. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  /** Whether an event runs, or the thread has been asked to take those that wait. */
  private boolean busy;

  private boolean closed;

  /**
   * Creates one for events of which there are none yet.
   *
   * @param thread runs one task after the other, and goes on when one fails
   */
  EventTurns(Executor thread) {
    this.thread = thread;
  }

  /** Leaves an event to the thread. */
  @Override
  public synchronized void execute(Runnable event) {
    requireOpen();
    waiting.add(event);
    if (!busy) {
      busy = true;
      thread.execute(this::takeNext);
    }
  }

  /** Runs an event on the calling thread if its turn is now, and else leaves it to the thread. */
  void lend(Runnable event) {
    synchronized (this) {
      requireOpen();
      if (busy) {
        waiting.add(event);
        return;
      }
      busy = true;
    }
    run(event);
  }

  /** Takes no more, and waits until what was taken has run; tells whether that was in time. */
  synchronized boolean close(Duration patience) throws InterruptedException {
    closed = true;
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); busy && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return !busy;
  }

  private void requireOpen() {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
  }

  private void takeNext() {
    Runnable next;
    synchronized (this) {
      next = waiting.remove();
    }
    run(next);
  }

  private void run(Runnable event) {
    try {
      event.run();
    } finally {
      passOn();
    }
  }

  private synchronized void passOn() {
    if (waiting.isEmpty()) {
      busy = false;
      notifyAll();
    } else {
      thread.execute(this::takeNext);
    }
  }
}
