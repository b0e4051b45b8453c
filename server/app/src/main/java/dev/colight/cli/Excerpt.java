package dev.colight.cli;

import dev.colight.text.Range;
import java.util.BitSet;
import java.util.List;

/** Picks the lines of a long block to print: its head and end, and what has results. */
final class Excerpt {
  private static final int ALL = 12;
  private static final int HEAD = 3;
  private static final int TAIL = 1;
  private static final int STATEMENT = 4;

  private final BitSet lines;

  private Excerpt(BitSet lines) {
    this.lines = lines;
  }

  /**
   * Picks lines of a block.
   *
   * @param notable ranges whose first and last lines must be among them
   */
  static Excerpt of(int first, int last, List<Range> notable) {
    BitSet lines = new BitSet();
    lines.set(first, Math.min(last + 1, first + HEAD));
    lines.set(Math.max(first, last + 1 - TAIL), last + 1);
    for (Range range : notable) {
      int end = Math.min(last, range.end().line());
      int start = Math.max(first, Math.min(range.start().line(), end));
      lines.set(start, Math.min(end, start + STATEMENT) + 1);
      lines.set(end);
    }
    // A gap of one line is not worth its ellipsis.
    for (int line = first + 1; line < last; line++) {
      if (lines.get(line - 1) && lines.get(line + 1)) {
        lines.set(line);
      }
    }
    if (last - first < ALL) {
      lines.set(first, last + 1);
    }
    return new Excerpt(lines);
  }

  boolean shows(int line) {
    return line >= 0 && lines.get(line);
  }
}
