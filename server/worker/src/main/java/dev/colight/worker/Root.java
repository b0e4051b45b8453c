package dev.colight.worker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look has found from one root. Used by one thread. */
final class Root {
  final List<? extends @Nullable Object> values;
  final int index;

  /** The group of roots that share something, by union-find. */
  int group;

  /** What can change and is tracked, as far as this root came by first. */
  final List<Tracked> reached = new ArrayList<>();

  /** About how many bytes their contents take. */
  long bytes;

  /** Whether something can change. */
  boolean mutable;

  /** Whether there is code of the document. */
  boolean code;

  boolean changed;

  /** Whether there is something with a state elsewhere, or more than can be looked at. */
  boolean beyond;

  /** Whether there is so much that no contents are kept, but only a hash of them all. */
  boolean hashed;

  Root(List<? extends @Nullable Object> values, int index) {
    this.values = values;
    this.index = index;
    this.group = index;
  }

  /** Returns the object by which this root is known from look to look, or null. */
  @Nullable Object key() {
    return values.isEmpty() ? null : values.get(0);
  }
}
