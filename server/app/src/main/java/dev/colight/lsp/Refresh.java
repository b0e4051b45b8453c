package dev.colight.lsp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a client to fetch something anew, once for everything that happens in a while, and never
 * again before it has answered (or had its time to). Used on one thread.
 */
final class Refresh {
  private static final int ANSWER_MS = 2_000;

  private final Supplier<CompletableFuture<Void>> request;
  private final int delayMs;
  private final ScheduledExecutorService thread;
  private @Nullable ScheduledFuture<?> pending;
  private boolean unanswered;
  private boolean again;

  /**
   * Creates a refresh.
   *
   * @param delayMs how long {@link #soon} waits for more to happen
   */
  Refresh(Supplier<CompletableFuture<Void>> request, int delayMs, ScheduledExecutorService thread) {
    this.request = request;
    this.delayMs = delayMs;
    this.thread = thread;
  }

  /** Asks in a while. */
  void soon() {
    if (pending == null) {
      pending = thread.schedule(this::now, delayMs, TimeUnit.MILLISECONDS);
    }
  }

  /** Asks as soon as the client has answered the last time. */
  void now() {
    if (pending != null) {
      pending.cancel(false);
      pending = null;
    }
    if (unanswered) {
      again = true;
      return;
    }
    unanswered = true;
    CompletableFuture<?> answer =
        request.get().orTimeout(ANSWER_MS, TimeUnit.MILLISECONDS).handle((result, failure) -> null);
    var unused = answer.thenRunAsync(this::answered, thread);
  }

  private void answered() {
    unanswered = false;
    if (again) {
      again = false;
      now();
    }
  }
}
