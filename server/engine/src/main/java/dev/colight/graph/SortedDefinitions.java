package dev.colight.graph;

import java.util.Arrays;
import java.util.List;

/** Definitions in the order of the document; immutable. Most names have one. */
final class SortedDefinitions {
  static final SortedDefinitions NONE = new SortedDefinitions(new Definition[0]);

  private final Definition[] sorted;

  private SortedDefinitions(Definition[] sorted) {
    this.sorted = sorted;
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  int size() {
    return sorted.length;
  }

  Definition get(int index) {
    return sorted[index];
  }

  List<Definition> toList() {
    return List.of(sorted);
  }

  /** Returns the index of the last definition at a place or above it, or -1. */
  int lastAtOrBefore(Place place) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle].place().compareTo(place) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  SortedDefinitions plus(Definition definition) {
    int at = lastAtOrBefore(definition.place()) + 1;
    Definition[] result = Arrays.copyOf(sorted, sorted.length + 1);
    System.arraycopy(sorted, at, result, at + 1, sorted.length - at);
    result[at] = definition;
    return new SortedDefinitions(result);
  }

  SortedDefinitions minus(Definition definition) {
    for (int i = lastAtOrBefore(definition.place()); i >= 0; i--) {
      if (sorted[i].equals(definition)) {
        Definition[] result = Arrays.copyOf(sorted, sorted.length - 1);
        System.arraycopy(sorted, i + 1, result, i, sorted.length - i - 1);
        return new SortedDefinitions(result);
      }
    }
    return this;
  }
}
