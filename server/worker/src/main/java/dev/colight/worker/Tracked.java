package dev.colight.worker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object that can change, and what it was last known to hold. Used by one thread. */
final class Tracked {
  final Object object;
  final Layout layout;

  /** The look that found it. */
  final int first;

  /** What it holds, as long as no program runs; null where that is not known. */
  @Nullable Contents contents;

  /** The last look at the heap that came by here, and the root from which it did. */
  int look;

  int root;

  /** The last look that found other contents than before. */
  int changed;

  /** States that cannot be put back and that end when this object changes; mostly none. */
  private @Nullable List<Snapshot.Life> lives;

  Tracked(Object object, Layout layout, int first) {
    this.object = object;
    this.layout = layout;
    this.first = first;
  }

  /** Notes that a state which cannot be put back takes in this object. */
  void addLife(Snapshot.Life life) {
    List<Snapshot.Life> all = lives;
    if (all == null) {
      all = new ArrayList<>(1);
      lives = all;
    }
    all.removeIf(Snapshot.Life::isOver);
    all.add(life);
  }

  /** Puts the object back into another state. */
  void restore(Contents then) {
    for (long offset : layout.passing()) {
      Memory.setReference(object, offset, null); // caches what others of the objects may hold
    }
    for (long offset : layout.renewing()) {
      Memory.setBits(object, offset, Byte.BYTES, 1);
    }
    if (contents == then) {
      return;
    }
    then.restore(object, layout);
    contents = then;
    if (lives != null) {
      lives.forEach(Snapshot.Life::end);
      lives = null;
    }
  }
}
