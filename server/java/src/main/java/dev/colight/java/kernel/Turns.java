package dev.colight.java.kernel;

import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one after the other, in the order in which they came, on the thread of whoever comes
 * first: others leave their tasks with that one and go on. It takes the place of a thread where
 * tasks are short and never wait, and saves the time that handing over to a thread takes.
 */
final class Turns implements Executor {
  private static final System.Logger LOG = System.getLogger(Turns.class.getName());

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** Tasks that have not ended; who counts from 0 to 1 runs all that come meanwhile. */
  private final AtomicInteger count = new AtomicInteger();

  /** Runs a task, or leaves it with who is running one. One that throws costs no other its turn. */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (count.getAndIncrement() == 0) {
      do {
        run(tasks.remove());
      } while (count.decrementAndGet() > 0);
    }
  }

  /** Tells a task that runs whether nothing waits for its turn after it. */
  boolean isLast() {
    return count.get() == 1;
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "a task failed", e);
    }
  }
}
