package dev.colight.graph;

/**
 * A place in a document: a block, and a unit in it.
 *
 * @param order order of the block
 * @param unit index of the unit in its block's analysis
 */
public record Place(long order, int unit) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    int byBlock = Long.compare(order, other.order);
    return byBlock != 0 ? byBlock : Integer.compare(unit, other.unit);
  }

  /** Returns the later of two places. */
  public Place max(Place other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
