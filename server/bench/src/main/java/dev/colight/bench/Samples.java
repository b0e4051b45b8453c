package dev.colight.bench;

import java.util.Collection;
import java.util.List;

/** Some numbers in ascending order, and what they say. */
record Samples(List<Double> sorted) {
  /** Sorts numbers. */
  static Samples of(Collection<Double> numbers) {
    return new Samples(numbers.stream().sorted().toList());
  }

  /** Tells whether there are none; then nothing can be asked of them. */
  boolean isEmpty() {
    return sorted.isEmpty();
  }

  /** Returns how many there are. */
  int count() {
    return sorted.size();
  }

  /**
   * Returns the smallest number that at least {@code percent} percent of all do not exceed (the
   * nearest rank: always one that was measured).
   */
  double percentile(int percent) {
    // whole numbers: 0.95 * 20 is a little more than 19
    int rank = (int) (((long) percent * count() + 99) / 100);
    return sorted.get(Math.max(rank, 1) - 1);
  }

  /** Returns the middle number, or the mean of the two in the middle. */
  double median() {
    int middle = count() / 2;
    return count() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
