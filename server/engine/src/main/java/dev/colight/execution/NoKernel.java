package dev.colight.execution;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Stands for the kernel of a document that may not run: there is no process, and nothing of it. */
public record NoKernel(Listener listener, String reason) implements Kernel {
  /** Refuses; nobody who knows that the document may not run asks. */
  @Override
  public void run(RunRequest request) {
    listener.on(new KernelEvent.Lost(request.id(), reason, false));
  }

  @Override
  public void ahead(Ahead next) {
    // Nothing runs that it could come after.
  }

  @Override
  public void notAhead() {
    // Nothing was sent ahead.
  }

  @Override
  public void cancel() {
    // Nothing runs.
  }

  @Override
  public void forget(Collection<ValueRef> values) {
    // Nothing is kept.
  }

  @Override
  public CompletableFuture<Expansion> expand(String reference, int offset, int limit) {
    return CompletableFuture.completedFuture(Expansion.none(reason));
  }

  @Override
  public void restart() {
    // It is as afresh as it can be.
  }

  @Override
  public void use(Toolchain toolchain) {
    // There is no process that it could be for.
  }

  @Override
  public void close() {
    // There is nothing to end.
  }
}
