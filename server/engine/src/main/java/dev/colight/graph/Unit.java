package dev.colight.graph;

/** A part of a block that is compiled by itself. */
public sealed interface Unit permits ImportUnit, TypeUnit, FunctionUnit, StatementUnit, BrokenUnit {
  /**
   * Returns the canonical text: the unit's tokens without comments and white space, joined by
   * newlines. Units of equal text and kind mean the same where their names mean the same.
   */
  String text();

  /** Returns the unit's tokens. */
  Code code();
}
