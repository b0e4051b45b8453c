package dev.colight.workspace;

import dev.colight.execution.DeepThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A thread for events and one for the compiler, which keep no process alive. */
final class DaemonThreads implements Threads {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ExecutorService thread = thread("colight-events");
  private final EventTurns events = new EventTurns(thread);
  private final ExecutorService compilations = thread("colight-compiler");

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(task -> new DeepThread(task, name));
  }

  @Override
  public Executor events() {
    return events;
  }

  /** Others may have too little room for what an event leads to. */
  @Override
  public Executor answers() {
    return Thread.currentThread() instanceof DeepThread ? events::lend : events;
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
    boolean ended = endEvents();
    thread.shutdown();
    return end(compilations) && ended;
  }

  /** What goes on for longer than this, such as a listener that waits for who closes, is left. */
  private boolean endEvents() {
    try {
      return events.close(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean end(ExecutorService thread) {
    thread.shutdown();
    try {
      return thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
