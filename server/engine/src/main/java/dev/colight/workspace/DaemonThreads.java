package dev.colight.workspace;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A thread for events and one for the compiler, which keep no process alive. */
final class DaemonThreads implements Threads {
  /** Stack of threads that analyse or compile, in bytes: code nests deeply at times. */
  static final long STACK = 256L << 20;

  private static final int PATIENCE_SECONDS = 10;

  private final ExecutorService events = thread("colight-events");
  private final ExecutorService compilations = thread("colight-compiler");

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(null, task, name, STACK);
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public Executor events() {
    return events;
  }

  @Override
  public Executor compilations() {
    return compilations;
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
        .execute(task);
  }

  @Override
  public boolean close() {
    boolean ended = end(events);
    return end(compilations) && ended;
  }

  /** What goes on for longer than this, such as a listener that waits for who closes, is left. */
  private static boolean end(ExecutorService thread) {
    thread.shutdown();
    try {
      return thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
