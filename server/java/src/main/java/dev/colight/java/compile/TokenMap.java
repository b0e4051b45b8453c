package dev.colight.java.compile;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Maps offsets of a generated source to the unit's tokens. Each entry covers the text from its
 * offset up to that of the next one: a token, or glue that belongs to some tokens. Immutable.
 */
final class TokenMap {
  private final int[] offsets;
  private final int[] firsts;
  private final int[] lasts;
  private final BitSet glue;

  TokenMap(int[] offsets, int[] firsts, int[] lasts, BitSet glue, int size) {
    this.offsets = Arrays.copyOf(offsets, size);
    this.firsts = Arrays.copyOf(firsts, size);
    this.lasts = Arrays.copyOf(lasts, size);
    this.glue = glue;
  }

  /**
   * Returns the tokens that the text from one offset to another, inclusive, comes from; where it is
   * nothing but glue, the tokens that this belongs to.
   */
  TokenSpan span(int start, int end) {
    int from = entry(start);
    int to = Math.max(from, entry(end));
    boolean onlyGlue = isGlue(start, end);
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = from; i <= to; i++) {
      if (onlyGlue || !glue.get(i)) {
        first = Math.min(first, firsts[i]);
        last = Math.max(last, lasts[i]);
      }
    }
    return new TokenSpan(first, last);
  }

  /** Tells whether no token is in the text from one offset to another, inclusive. */
  boolean isGlue(int start, int end) {
    int from = entry(start);
    return glue.nextClearBit(from) > Math.max(from, entry(end));
  }

  private int entry(int offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }
}
