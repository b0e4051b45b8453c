package dev.colight.worker;

import dev.colight.worker.wire.FromWorker.Done;
import dev.colight.worker.wire.FromWorker.Kept;
import dev.colight.worker.wire.ToWorker.Ahead;
import dev.colight.worker.wire.ToWorker.Run;
import dev.colight.worker.wire.ToWorker.Unless;
import java.util.List;

/** A run that has ended, and what it said then: what was sent ahead may follow it, or not. */
record EndedRun(Run run, Done end) {
  /** Tells whether a run that was sent ahead is to begin. */
  boolean isFollowedBy(Ahead ahead, Storages storages) {
    return ahead.after() == run.run() && isAsExpected() && isOfUse(ahead.unless(), storages);
  }

  private boolean isAsExpected() {
    if (end.cancelled()
        || end.returned()
        || end.denied() != null
        || end.tainted() != null
        || !end.thrown().isEmpty()) {
      return false;
    }
    for (int i = 0; i < end.kept().size(); i++) {
      boolean declared = i < run.kept().size() && run.kept().get(i).segment() >= 0;
      Kept kept = end.kept().get(i);
      if (!kept.shares().isEmpty() || (declared ? !isPlain(kept) : kept.changed())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(Kept kept) {
    return kept.defined() && kept.digest() != null && !kept.mutable() && !kept.code();
  }

  private boolean isOfUse(List<Unless> unless, Storages storages) {
    for (Unless each : unless) {
      Snapshot before = storages.kept(each.value());
      String digest = end.kept().get(each.place()).digest();
      if (before == null || digest == null || !digest.equals(ValueDigest.of(before.value()))) {
        return true;
      }
    }
    return unless.isEmpty();
  }
}
