package dev.colight.worker;

import dev.colight.worker.wire.ToWorker.Limits;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs user code that was not asked for, such as a {@code toString}, on a thread of its own, and
 * waits for it a little while. What does not end in time is stopped; what does not stop is left
 * behind, and {@link #isTainted()} from then on. Used by one thread.
 */
final class Helper {
  /** Name of its thread. */
  static final String NAME = "colight-render";

  private final ClassLoader loader;
  private ExecutorService thread;

  /** The thread of the executor, once it has had something to do. */
  private volatile @Nullable Thread present;

  private boolean tainted;

  Helper(ClassLoader loader) {
    this.loader = loader;
    thread = newThread();
  }

  /** Ends its thread, which would keep alive all that the loader has loaded. */
  void end() {
    thread.shutdown();
  }

  /** Tells whether a task was left behind, still running. */
  boolean isTainted() {
    return tainted;
  }

  /**
   * Runs a task. The caller's interrupted status stays as it is.
   *
   * @param cancelled asked where the caller is interrupted: whether to give up
   * @return its result, or null where it threw or did not end in time
   */
  <T> @Nullable T call(Callable<T> task, Limits limits, BooleanSupplier cancelled) {
    int millis = tainted ? limits.stopMillis() : limits.renderMillis();
    return call(task, millis, limits.stopMillis(), cancelled, false);
  }

  /**
   * Runs a task of ours, which may call code of others. Where it is ours that does not end in time,
   * it will end by itself: nothing is tainted by it.
   */
  <T> @Nullable T callOurs(Callable<T> task, int millis, BooleanSupplier cancelled) {
    int stopMillis = Limits.DEFAULT.stopMillis();
    return call(task, tainted ? stopMillis : millis, stopMillis, cancelled, true);
  }

  private <T> @Nullable T call(
      Callable<T> task, int millis, int stopMillis, BooleanSupplier cancelled, boolean ours) {
    Future<T> future = thread.submit(task);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    boolean interrupted = Thread.interrupted();
    try {
      while (!cancelled.getAsBoolean()) {
        try {
          return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          break;
        } catch (ExecutionException e) {
          return null;
        }
      }
      abandon(ours, stopMillis);
      return null;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void abandon(boolean ours, int stopMillis) {
    thread.shutdownNow();
    Thread abandoned = present;
    boolean ended = abandoned == null;
    if (abandoned != null) {
      StopCheck.stopOne(abandoned);
      try {
        ended = thread.awaitTermination(stopMillis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      StopCheck.releaseOne();
    }
    tainted |= !ended && !(ours && abandoned != null && !runsOthers(abandoned));
    thread = newThread();
  }

  /** Tells whether a thread runs code that is neither ours nor the platform's. */
  private static boolean runsOthers(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      String loader = frame.getClassLoaderName();
      boolean platform = loader == null || loader.equals("platform");
      if (!platform && !frame.getClassName().startsWith("dev.colight.")) {
        return true;
      }
    }
    return false;
  }

  private ExecutorService newThread() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread made = new Thread(null, task, NAME, Runner.STACK_BYTES);
          made.setDaemon(true);
          made.setContextClassLoader(loader);
          present = made;
          return made;
        });
  }
}
