package dev.colight.worker;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of the variables of a run, as it left them: they know more objects than is copied. */
final class States {
  static final States NONE = new States(List.of());

  private final List<Snapshot> snapshots;

  /** Made when it is first asked for: it takes as long as there are objects. */
  private @Nullable IdentityHashMap<Object, Contents> contents;

  States(List<Snapshot> snapshots) {
    this.snapshots = snapshots;
  }

  /** Returns what an object held then, or null where that is not known. */
  synchronized @Nullable Contents contents(Object object) {
    IdentityHashMap<Object, Contents> known = contents;
    if (known == null) {
      known = new IdentityHashMap<>();
      for (Snapshot snapshot : snapshots) {
        for (int i = 0; i < snapshot.objects().length; i++) {
          known.put(snapshot.objects()[i].object, snapshot.contents()[i]);
        }
      }
      contents = known;
    }
    return known.get(object);
  }

  /**
   * Tells whether a variable held this value, and no run has changed anything that can be reached
   * from it since: of very many objects that is known, but not what they held.
   */
  boolean areAsTheyWere(Object value) {
    for (Snapshot snapshot : snapshots) {
      if (snapshot.value() == value && snapshot.life() != null && snapshot.isAvailable()) {
        return true;
      }
    }
    return false;
  }
}
