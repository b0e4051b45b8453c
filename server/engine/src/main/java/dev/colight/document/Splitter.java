package dev.colight.document;

import dev.colight.text.Text;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Splits text into blocks. Total: any text splits. The result depends on the text from {@code
 * fromLine} on and on nothing else, so that splitting a neighbourhood gives what splitting the
 * whole gives.
 */
public interface Splitter {
  /**
   * Returns the regions of a text; where there is only one, edits cost nothing on their account.
   */
  default Layout layout(Text text) {
    return Layout.ofScript(text.lineCount());
  }

  /**
   * Splits a text whose layout is known; else as {@link #split(Text, int, IntPredicate)}, which is
   * all there is to it where a text has no regions.
   */
  default List<BlockSpan> split(Text text, Layout layout, int fromLine, IntPredicate stop) {
    return split(text, fromLine, stop);
  }

  /**
   * Splits from a line on at which no block is open.
   *
   * @param fromLine zero-based line at which a block may start
   * @param stop asked with the first line of each block before that block is scanned (the first one
   *     included); where it answers true, splitting ends and that block is not returned
   * @return the blocks in order; lines in none of them are blank
   */
  List<BlockSpan> split(Text text, int fromLine, IntPredicate stop);
}
