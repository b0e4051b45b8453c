package dev.colight.workspace;

import dev.colight.workspace.Verification.Abandoned;
import dev.colight.workspace.Verification.Cause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The verifications under way, one a document at most. Owned by the event thread. */
final class Verifications {
  private final CleanRun.Sessions sessions;
  private final Map<String, CleanRun> underWay = new HashMap<>();

  Verifications(CleanRun.Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Starts one, in place of one under way.
   *
   * @param session of the document, null where it is not open
   */
  void start(
      String uri,
      @Nullable DocumentSession session,
      Duration limit,
      UnaryOperator<String> essence,
      CompletableFuture<Verification> outcome) {
    if (session == null) {
      outcome.complete(new Abandoned(Cause.NOT_OPEN));
      return;
    }
    if (!session.trusted()) {
      outcome.complete(new Abandoned(Cause.UNTRUSTED));
      return;
    }
    abandon(uri, Cause.REPLACED);
    CleanRun verification = new CleanRun(session, sessions, essence, outcome);
    underWay.put(uri, verification);
    var unused =
        outcome.whenComplete(
            (done, failure) -> sessions.post(() -> underWay.remove(uri, verification)));
    verification.limit(limit);
    verification.beginAtRest();
  }

  /** Notes what happens in an open document. */
  void heard(WorkspaceEvent event) {
    CleanRun verification = underWay.get(event.uri());
    if (verification != null && event instanceof WorkspaceEvent.RunEnded) {
      // The session is in the middle of telling it.
      sessions.post(verification::beginAtRest);
    }
  }

  void abandon(String uri, Cause cause) {
    CleanRun verification = underWay.remove(uri);
    if (verification != null) {
      verification.abandon(cause);
    }
  }

  void abandonAll(Cause cause) {
    List.copyOf(underWay.keySet()).forEach(uri -> abandon(uri, cause));
  }
}
