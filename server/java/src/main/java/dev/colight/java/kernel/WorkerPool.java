package dev.colight.java.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands out workers, and from the first on has one more running than was asked for, so that nobody
 * waits for a JVM to start. Before anybody asks there is one only where it has been warmed up, and
 * not for long: what is open may not be trusted. One pool serves all documents. Safe for use by
 * several threads.
 */
public final class WorkerPool implements AutoCloseable {
  /**
   * The spare starts some time after the one before was handed out: that one is about to give the
   * first results of a document, and the start of a JVM beside it would take a quarter of all the
   * processor time until then.
   */
  private static final int REFILL_MILLIS = 2_000;

  /** How long a worker waits that was started before anybody asked for one. */
  private static final int UNUSED_MILLIS = 60_000;

  private static final Executor THREADS = task -> Daemons.start("colight-worker-start", task);

  private final WorkerOptions options;
  private final int refillMillis;
  private final WorkerTraffic traffic = new WorkerTraffic();
  private final Thread killAll = new Thread(this::killAll, "colight-workers-end");

  /** Guarded by this, as all below. */
  private @Nullable CompletableFuture<WorkerProcess> spare;

  private final Set<WorkerProcess> alive = new HashSet<>();

  /** Whether anybody has asked for a worker yet. */
  private boolean asked;

  /** How often somebody expected to ask for one. */
  private int warmUps;

  private boolean closed;

  /** Creates a pool, in which there is no worker yet. */
  public WorkerPool(WorkerOptions options) {
    this(options, REFILL_MILLIS);
  }

  /** Creates a pool that waits some time before it starts the next spare worker. */
  WorkerPool(WorkerOptions options, int refillMillis) {
    this.options = options;
    this.refillMillis = refillMillis;
    Runtime.getRuntime().addShutdownHook(killAll);
  }

  /** Returns the options of the workers that run ahead of their use. */
  public WorkerOptions options() {
    return options;
  }

  /** Returns what has been sent to all workers so far. */
  public WorkerTraffic traffic() {
    return traffic;
  }

  /**
   * Hands out a worker, which belongs to the caller from now on; fails where none can start. Only
   * of the pool's own options there is one that runs already.
   */
  CompletableFuture<WorkerProcess> take(WorkerOptions wanted) {
    return wanted.equals(options) ? take() : start(wanted);
  }

  /**
   * Starts a worker in the background, ahead of its use, where none waits. Before the first use it
   * ends after a minute: nothing may come that is to run.
   */
  public synchronized void warmUp() {
    refill();
    warmUps++;
    int last = warmUps;
    later(UNUSED_MILLIS, () -> endUnused(last));
  }

  /**
   * Ends the worker that waits, where nobody has asked for one yet.
   *
   * @param last how often it was warmed up; where it has been again since, there is more time
   */
  synchronized void endUnused(int last) {
    if (!asked && warmUps == last && spare != null) {
      Future<?> unused = spare.thenAccept(WorkerProcess::kill);
      spare = null;
    }
  }

  /** Hands out a worker with the pool's own options. */
  synchronized CompletableFuture<WorkerProcess> take() {
    asked = true;
    CompletableFuture<WorkerProcess> taken = spare;
    spare = null;
    if (taken == null || isUseless(taken)) {
      taken = start(options);
    }
    later(refillMillis, this::refill);
    return taken.copy();
  }

  private static void later(int millis, Runnable task) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, THREADS).execute(task);
  }

  /** Takes back a worker that nobody has used: it is the next to be handed out, or of no use. */
  synchronized void giveBack(WorkerProcess unused) {
    if (spare == null && !closed && unused.isAlive()) {
      spare = CompletableFuture.completedFuture(unused);
    } else {
      unused.kill();
    }
  }

  /** Returns the worker that will be handed out next, without handing it out. */
  synchronized CompletableFuture<WorkerProcess> peek() {
    refill();
    return Objects.requireNonNull(spare, "the pool is closed").copy();
  }

  /** Kills all workers, handed out or not. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    killAll();
    try {
      Runtime.getRuntime().removeShutdownHook(killAll);
    } catch (IllegalStateException e) {
      // the server is ending: the hook runs, and does once more what is done already
    }
  }

  private synchronized void refill() {
    if (spare == null && !closed) {
      spare = start(options);
    }
  }

  private static boolean isUseless(CompletableFuture<WorkerProcess> candidate) {
    return candidate.isDone()
        && (candidate.isCompletedExceptionally() || !candidate.join().isAlive());
  }

  private CompletableFuture<WorkerProcess> start(WorkerOptions with) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            WorkerProcess worker = WorkerLauncher.start(with, traffic);
            admit(worker);
            return worker;
          } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
          }
        },
        THREADS);
  }

  private synchronized void admit(WorkerProcess worker) {
    alive.removeIf(other -> !other.isAlive());
    alive.add(worker);
    if (closed) {
      worker.kill();
    }
  }

  private synchronized void killAll() {
    alive.forEach(WorkerProcess::kill);
    alive.clear();
  }
}
