package dev.colight.graph;

import dev.colight.document.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document: a block, and a unit in it.
 *
 * @param order order of the block
 * @param unit index of the unit in its block's analysis
 */
public record Place(long order, int unit) implements Comparable<Place> {
  // Written out, as those of records go through method handles: this is compared a lot.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place place && order == place.order && unit == place.unit;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(order) * 31 + unit;
  }

  @Override
  public int compareTo(Place other) {
    int byBlock = Long.compare(order, other.order);
    return byBlock != 0 ? byBlock : Integer.compare(unit, other.unit);
  }

  /** Where all members of a document are there, and nothing of its body is. */
  private static final Place AFTER_MEMBERS = new Place(Stage.BODY.first(), -1);

  /**
   * Returns where a unit's definitions count from: its own place, but imports and what members
   * declare is there for the whole document, unless that is a script.
   */
  static Place ofDefinition(long order, int index, Unit unit) {
    Stage stage = Stage.of(order);
    boolean declares =
        (unit instanceof ImportUnit && stage != Stage.SCRIPT)
            || (!(unit instanceof StatementUnit) && stage == Stage.MEMBERS);
    return declares
        ? new Place(Stage.DECLARED.first() + Stage.position(order), index)
        : new Place(order, index);
  }

  /**
   * Returns the place from which code in a definition sees names, where it runs at this place:
   * there, but what is declared in the body is nothing to members.
   */
  public Place within(Definition definition) {
    return Stage.of(definition.place().order()) == Stage.DECLARED ? min(AFTER_MEMBERS) : this;
  }

  /** Returns the place from which a block's functions and types are looked at by themselves. */
  public static Place ofDeclarations(long order, int units) {
    return Stage.of(order) == Stage.MEMBERS ? AFTER_MEMBERS : new Place(order, units);
  }

  /** Returns the earlier of two places. */
  public Place min(Place other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns the later of two places. */
  public Place max(Place other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
