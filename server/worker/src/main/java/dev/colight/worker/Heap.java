package dev.colight.worker;

import java.util.Collection;
import java.util.IdentityHashMap;

/**
 * What the objects of a document that can change are known to hold. Between runs nobody changes
 * them, so that a look at them after a run tells what it has changed. Used by one thread.
 */
final class Heap {
  /** Objects that may be tracked before those that nothing needs are dropped. */
  private static final int FIRST_SWEEP = 20_000;

  private final IdentityHashMap<Object, Tracked> tracked = new IdentityHashMap<>();
  private int sweepAt = FIRST_SWEEP;
  private int looks;

  /** Begins another look at the heap; returns its number. */
  int look() {
    return ++looks;
  }

  /** Returns what is known of an object; nothing is known of its contents where it is new. */
  Tracked track(Object object, Layout layout) {
    Tracked known = tracked.get(object);
    if (known == null) {
      known = new Tracked(object, layout);
      tracked.put(object, known);
    }
    return known;
  }

  /** Drops objects that no snapshot has, when there may be many of them. */
  void sweep(Collection<Snapshot> snapshots) {
    if (tracked.size() < sweepAt) {
      return;
    }
    int look = look();
    for (Snapshot snapshot : snapshots) {
      for (Tracked object : snapshot.objects()) {
        object.look = look;
      }
    }
    tracked.values().removeIf(object -> object.look != look);
    sweepAt = Math.max(FIRST_SWEEP, 2 * tracked.size());
  }
}
