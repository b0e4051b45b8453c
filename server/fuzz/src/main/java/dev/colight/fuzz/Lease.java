package dev.colight.fuzz;

import dev.colight.execution.Ahead;
import dev.colight.execution.Expansion;
import dev.colight.execution.Kernel;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.RunRequest;
import dev.colight.execution.Toolchain;
import dev.colight.execution.ValueRef;
import dev.colight.java.JavaLanguage;
import dev.colight.java.kernel.JvmKernel;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A kernel that serves one document after the other, each with classes of its own. */
final class Lease {
  private static final int PATIENCE_SECONDS = 5;

  private final JvmKernel kernel;
  private volatile Kernel.Listener listener = event -> {};
  private int uses;

  /** Runs that have begun and not ended. Guarded by this. */
  private int underWay;

  private int losses;

  Lease(JavaLanguage language) {
    kernel = language.startKernel(this::on);
  }

  private void on(KernelEvent event) {
    boolean ends =
        event instanceof KernelEvent.Finished
            || (event instanceof KernelEvent.Lost lost && lost.run() != null);
    if (ends) {
      synchronized (this) {
        underWay--;
      }
    }
    listener.on(event);
    if (event instanceof KernelEvent.Lost) {
      synchronized (this) {
        losses++;
        notifyAll();
      }
    }
  }

  /** Returns how often a worker was lost. */
  synchronized int losses() {
    return losses;
  }

  /** Waits until more losses than that have been told; not for long, as there may be no worker. */
  synchronized void awaitLoss(int known) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (losses == known && System.nanoTime() - deadline < 0) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
    }
  }

  /** Returns the kernel for another document; closing it brings this back. */
  Kernel to(Kernel.Listener newListener, Consumer<Lease> back) {
    listener = newListener;
    uses++;
    return new Kernel() {
      @Override
      public void run(RunRequest request) {
        synchronized (Lease.this) {
          underWay++;
        }
        kernel.run(request);
      }

      @Override
      public void ahead(Ahead next) {
        kernel.ahead(next);
      }

      @Override
      public void notAhead() {
        kernel.notAhead();
      }

      @Override
      public void cancel() {
        kernel.cancel();
      }

      @Override
      public void forget(Collection<ValueRef> values) {
        kernel.forget(values);
      }

      @Override
      public CompletableFuture<Expansion> expand(String reference, int offset, int limit) {
        return kernel.expand(reference, offset, limit);
      }

      @Override
      public void restart() {
        kernel.restart();
      }

      @Override
      public void use(Toolchain toolchain) {
        kernel.use(toolchain);
      }

      @Override
      public void close() {
        listener = event -> {};
        kernel.renew();
        back.accept(Lease.this);
      }
    };
  }

  /** Tells whether nothing runs, so that another document may follow. */
  synchronized boolean isQuiet() {
    return underWay == 0;
  }

  int uses() {
    return uses;
  }

  void end() {
    kernel.close();
  }
}
