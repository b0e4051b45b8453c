package dev.colight.worker;

import dev.colight.worker.wire.ToWorker.Limits;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
    return call(task, new Until(in(millis(limits)), false), limits.stopMillis(), cancelled);
  }

  /**
   * Runs a task of ours, which may call code of others. Where it is ours that does not end in time,
   * it will end by itself: nothing is tainted by it.
   */
  <T> @Nullable T callOurs(Callable<T> task, int millis, BooleanSupplier cancelled) {
    int stopMillis = Limits.DEFAULT.stopMillis();
    return call(task, new Until(in(tainted ? stopMillis : millis), true), stopMillis, cancelled);
  }

  /**
   * Runs a task as {@link #call} does, and then, as {@link #callOurs} does, one of ours that goes
   * on with its result. The two are handed over at once: to wake a thread takes longer than many
   * tasks.
   *
   * @param millis how long the second may take, if the first has not more left of its time
   * @return both results, each null where its task threw or did not end in time
   */
  <T, R> Both<T, R> callBoth(
      Callable<T> task, Function<T, R> then, Limits limits, int millis, BooleanSupplier cancelled) {
    Stages<T> stages = new Stages<>(in(millis(limits)), tainted ? limits.stopMillis() : millis);
    R last =
        call(() -> then.apply(stages.next(task.call())), stages, limits.stopMillis(), cancelled);
    return new Both<>(stages.first(), last);
  }

  /** What became of two tasks. */
  record Both<T, R>(@Nullable T first, @Nullable R second) {}

  /** How long a task is waited for, which may be another time once it has come further. */
  private interface Patience {
    /** Returns the time until which it is, in {@link System#nanoTime}. */
    long deadline();

    /** Ends it; tells whether what has not ended is ours. */
    boolean giveUp();
  }

  private record Until(long deadline, boolean ours) implements Patience {
    @Override
    public boolean giveUp() {
      return ours;
    }
  }

  /** Of a task of others and one of ours after it. */
  private static final class Stages<T> implements Patience {
    private final int millis;

    /** Guarded by this, as all below. */
    private long deadline;

    private @Nullable T first;
    private boolean over;

    Stages(long deadline, int millis) {
      this.deadline = deadline;
      this.millis = millis;
    }

    /** Notes what the first has given; what comes too late does not count, and nothing follows. */
    synchronized T next(T result) {
      if (over) {
        throw new CancellationException();
      }
      deadline = in(millis);
      first = result;
      return result;
    }

    synchronized @Nullable T first() {
      return first;
    }

    @Override
    public synchronized long deadline() {
      return deadline;
    }

    @Override
    public synchronized boolean giveUp() {
      over = true;
      return first != null;
    }
  }

  private int millis(Limits limits) {
    return tainted ? limits.stopMillis() : limits.renderMillis();
  }

  private static long in(int millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private <T> @Nullable T call(
      Callable<T> task, Patience patience, int stopMillis, BooleanSupplier cancelled) {
    Future<T> future = thread.submit(task);
    boolean interrupted = Thread.interrupted();
    try {
      long left = patience.deadline() - System.nanoTime();
      while (!cancelled.getAsBoolean() && left > 0) {
        try {
          return future.get(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          // it may have come further
        } catch (ExecutionException e) {
          return null;
        }
        left = patience.deadline() - System.nanoTime();
      }
      abandon(patience.giveUp(), stopMillis);
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
