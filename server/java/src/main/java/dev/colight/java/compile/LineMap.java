package dev.colight.java.compile;

import java.util.Arrays;

/**
 * Maps lines of a generated source to the unit's tokens. Immutable.
 *
 * <p>A class file has 16 bits for a line number, and a larger one wraps around: then no line can be
 * trusted, and all map to -1.
 */
final class LineMap {
  static final LineMap NONE = new LineMap(new int[0], 0);
  private static final int MAX_LINES = 65_535;
  private final int[] tokens;

  LineMap(int[] tokens, int lines) {
    this.tokens = lines > MAX_LINES ? new int[0] : Arrays.copyOf(tokens, lines);
  }

  /** Returns the token on a line, counted from 1, or -1. */
  int token(int line) {
    return line >= 1 && line <= tokens.length ? tokens[line - 1] : -1;
  }
}
