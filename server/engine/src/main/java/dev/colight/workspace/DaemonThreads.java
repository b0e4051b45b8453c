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
  public void close() {
    events.shutdown();
    compilations.shutdown();
  }
}
