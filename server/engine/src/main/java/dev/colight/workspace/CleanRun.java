package dev.colight.workspace;

import dev.colight.workspace.Verification.Abandoned;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One verification of a document: waits until its runs have ended, runs the same text in a session
 * of its own, with a worker of its own and nothing cached, and compares. What is typed after the
 * clean run has begun changes nothing about it: it is compared with what was shown then. Runs that
 * do not end are waited for so long and no longer; what has ended is compared all the same. Owned
 * by the event thread.
 */
final class CleanRun {
  /**
   * How long a block of the clean run may take at least, unless one that is shown took too long.
   */
  private static final Duration BLOCK_LIMIT = Duration.ofSeconds(30);

  /** The worker is a cold one, and the machine may have more to do than it had before. */
  private static final int SLOWER = 4;

  /** One part of this many of the time is for waiting for the document's own runs. */
  private static final int PARTS = 4;

  private final DocumentSession shownBy;
  private final Sessions sessions;
  private final UnaryOperator<String> essence;
  private final CompletableFuture<Verification> result;
  private @Nullable DocumentSession session;

  /** What is compared, once that has begun. */
  private @Nullable SnapshotView shown;

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

  /** Compares after some time what there is by then; zero is for ever. */
  void limit(Duration limit) {
    if (!limit.isZero()) {
      sessions.after(limit.dividedBy(PARTS), this::begin);
      sessions.after(limit, () -> compare(true));
    }
  }

  /** Begins, if the document's own runs have ended, and it has not begun already. */
  void beginAtRest() {
    if (shownBy.atRest()) {
      begin();
    }
  }

  private void begin() {
    if (begun || result.isDone()) {
      return;
    }
    begun = true;
    shown = shownBy.snapshot();
    Duration blockLimit = blockLimit(shown);
    DocumentSession clean = sessions.start(shown.uri(), this::heard, () -> blockLimit);
    session = clean;
    clean.copy(shown);
  }

  /** What has ended where it is shown gets far more time; what has not, no more than there. */
  private Duration blockLimit(SnapshotView shown) {
    Duration limit = BLOCK_LIMIT;
    long longest = 0;
    for (BlockView block : shown.blocks()) {
      ResultView ended = block.result();
      if (ended != null && ended.status() == Status.TIMEOUT) {
        limit = Duration.ZERO;
      } else if (ended != null) {
        longest = Math.max(longest, ended.nanos());
      }
    }
    return Stream.of(limit, sessions.timeLimit(), Duration.ofNanos(longest).multipliedBy(SLOWER))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private void heard(WorkspaceEvent event) {
    if (event instanceof RunEnded end && end.status() != RunStatus.SUPERSEDED) {
      // The session is in the middle of telling it.
      sessions.post(() -> compare(false));
    }
  }

  /**
   * Compares, if the clean run has ended.
   *
   * @param now whether to compare even if not
   */
  private void compare(boolean now) {
    DocumentSession clean = session;
    SnapshotView shown = this.shown;
    if (clean != null && shown != null && (now || clean.atRest())) {
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
