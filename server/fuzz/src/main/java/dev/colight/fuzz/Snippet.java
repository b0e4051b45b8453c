package dev.colight.fuzz;

import java.util.List;

/**
 * One or a few statements, or a definition.
 *
 * @param declares what it defines, in order; nothing where the text was broken
 */
record Snippet(String text, List<Symbol> declares) {
  /** A name and what it stands for. */
  record Symbol(Shape shape, String name) {}

  /** Returns text that defines nothing that anybody may count on. */
  static Snippet of(String text) {
    return new Snippet(text, List.of());
  }

  /** Returns this with other text of the same meaning to others. */
  Snippet withText(String newText) {
    return new Snippet(newText, declares);
  }
}
