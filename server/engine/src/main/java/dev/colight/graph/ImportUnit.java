package dev.colight.graph;

import java.util.Set;

/**
 * An import.
 *
 * @param text what is imported: {@code java.util.List}, {@code java.util.*}, {@code static
 *     java.lang.Math.max}, {@code static java.lang.Math.*} or {@code module java.base}
 * @param names the names it gives: one {@link Namespace#TYPE} for a single type, the same text in
 *     all namespaces for a single static import, none for an on-demand import
 */
public record ImportUnit(String text, Set<Name> names, Code code) implements Unit {
  /** Tells whether the names it gives are known only by looking into what it names. */
  public boolean onDemand() {
    return names.isEmpty();
  }
}
