package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.graph.Name;

/** Says what a free name means; an overloaded function has several bindings. */
public sealed interface Binding {
  /** The name as the code writes it. */
  Name name();

  /**
   * Binds to something outside the document.
   *
   * @param text a single import, such as {@code java.util.List} or {@code static
   *     java.lang.Math.max}; for an ambiguous name one binding per candidate
   */
  record Imported(Name name, String text) implements Binding {}

  /**
   * Binds to a definition of the document.
   *
   * @param key key of a {@link Part#TYPE}, {@link Part#FUNCTION_INTERFACE} or {@link Part#STORAGE},
   *     as the namespace of the name says
   */
  record Defined(Name name, CodeKey key) implements Binding {}
}
