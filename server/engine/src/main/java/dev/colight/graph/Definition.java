package dev.colight.graph;

import dev.colight.document.BlockId;
import org.jspecify.annotations.Nullable;

/**
 * A name's definition by a unit of a block.
 *
 * @param name what it defines
 * @param block the block
 * @param place where it counts from
 * @param unit the unit: one of several definitions of an import, of statements, or of broken code
 */
public record Definition(Name name, BlockId block, Place place, Unit unit) {
  /** Returns a definition by a unit of a block. */
  public static Definition of(Name name, BlockId block, long order, int index, Unit unit) {
    return new Definition(name, block, Place.ofDefinition(order, index, unit), unit);
  }

  /** Returns the variable that this defines, or null where it is something else. */
  public @Nullable ValueDefinition value() {
    if (unit instanceof StatementUnit statements) {
      for (int i = statements.values().size() - 1; i >= 0; i--) {
        if (statements.values().get(i).name().equals(name)) {
          return statements.values().get(i);
        }
      }
    }
    return null;
  }

  /** Tells whether two definitions stand beside each other, as overloads do. */
  boolean overloads(Definition other) {
    return unit instanceof FunctionUnit a
        && other.unit instanceof FunctionUnit b
        && !a.signature().equals(b.signature());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Definition d
        && name.equals(d.name)
        && block.equals(d.block)
        && place.equals(d.place);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + block.hashCode()) * 31 + place.hashCode();
  }
}
