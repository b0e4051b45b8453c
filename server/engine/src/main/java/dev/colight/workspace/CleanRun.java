package dev.colight.workspace;

import dev.colight.workspace.Verification.Abandoned;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One verification of a document: waits until its runs have ended, runs the same text in a session
 * of its own, with a worker of its own and nothing cached, and compares. What is typed after the
 * clean run has begun changes nothing about it: it is compared with what was shown then. Owned by
 * the event thread.
 */
final class CleanRun {
  private final DocumentSession shownBy;
  private final Sessions sessions;
  private final UnaryOperator<String> essence;
  private final CompletableFuture<Verification> result;
  private @Nullable DocumentSession session;
  private boolean begun;

  /** Starts and ends sessions that nobody sees. */
  interface Sessions {
    DocumentSession start(String uri, WorkspaceListener listener, Supplier<Duration> timeLimit);

    void end(DocumentSession session);

    /** Runs a task on the event thread, after those that wait there. */
    void post(Runnable task);

    /** Runs a task on the event thread after some time. */
    void after(Duration delay, Runnable task);

    /** Returns how long a block may run while somebody types. */
    Duration timeLimit();
  }

  /**
   * Creates a verification.
   *
   * @param result told the outcome; who cancels it ends the verification
   */
  CleanRun(
      DocumentSession shownBy,
      Sessions sessions,
      UnaryOperator<String> essence,
      CompletableFuture<Verification> result) {
    this.shownBy = shownBy;
    this.sessions = sessions;
    this.essence = essence;
    this.result = result;
    var unused =
        result.whenComplete(
            (outcome, failure) -> {
              if (result.isCancelled()) {
                sessions.post(() -> abandon(Verification.Cause.CANCELLED));
              }
            });
  }

  /** Abandons the verification after some time; zero is for ever. */
  void limit(Duration limit) {
    if (!limit.isZero()) {
      sessions.after(limit, () -> abandon(Verification.Cause.TOO_LONG));
    }
  }

  /** Begins, if the document's own runs have ended, and it has not begun already. */
  void beginAtRest() {
    if (begun || result.isDone() || !shownBy.atRest()) {
      return;
    }
    begun = true;
    SnapshotView shown = shownBy.snapshot();
    Duration timeLimit = wasLimited(shown) ? sessions.timeLimit() : Duration.ZERO;
    DocumentSession clean =
        sessions.start(shown.uri(), event -> ended(event, shown), () -> timeLimit);
    session = clean;
    clean.copy(shown);
  }

  /** Where no shown block was stopped for its time, all that is shown may take longer than that. */
  private static boolean wasLimited(SnapshotView shown) {
    return shown.blocks().stream()
        .anyMatch(block -> block.result() != null && block.result().status() == Status.TIMEOUT);
  }

  private void ended(WorkspaceEvent event, SnapshotView shown) {
    if (event instanceof RunEnded end && end.status() != RunStatus.SUPERSEDED) {
      // The session is in the middle of telling it.
      sessions.post(() -> compare(shown));
    }
  }

  private void compare(SnapshotView shown) {
    DocumentSession clean = session;
    if (clean != null && clean.atRest()) {
      SnapshotView expected = clean.snapshot();
      end();
      // Both are immutable, and may be long.
      result.completeAsync(() -> Comparison.of(shown, expected, essence));
    }
  }

  /** Ends the verification without an outcome, unless it has one. */
  void abandon(Verification.Cause cause) {
    end();
    result.complete(new Abandoned(cause));
  }

  private void end() {
    DocumentSession clean = session;
    session = null;
    if (clean != null) {
      sessions.end(clean);
    }
  }
}
