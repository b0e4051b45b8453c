package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/** An object that can change, and what it was last known to hold. Used by one thread. */
final class Tracked {
  final Object object;
  final Layout layout;

  /** What it holds, as long as no program runs; null where that is not known. */
  @Nullable Contents contents;

  /** The last look at the heap that came by here, and the root from which it did. */
  int look;

  int root;

  /** The last look that found other contents than before. */
  int changed;

  Tracked(Object object, Layout layout) {
    this.object = object;
    this.layout = layout;
  }
}
