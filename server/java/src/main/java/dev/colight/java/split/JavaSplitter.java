package dev.colight.java.split;

import dev.colight.document.BlockSpan;
import dev.colight.document.Role;
import dev.colight.document.Splitter;
import dev.colight.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Splits a {@code .jsh} document into blocks.
 *
 * <p>A block's {@link BlockSpan#lookahead()} may reach one line past the text's end: where the end
 * was seen, a line that is put there counts as changed.
 */
public final class JavaSplitter implements Splitter {
  @Override
  public List<BlockSpan> split(Text text, int fromLine, IntPredicate stop) {
    return split(text.lines(), Role.SCRIPT, fromLine, stop);
  }

  /** Splits the last of some lines. */
  static List<BlockSpan> split(List<String> text, Role role, int fromLine, IntPredicate stop) {
    LogicalLines lines = new LogicalLines(text, fromLine);
    List<BlockSpan> result = new ArrayList<>();
    int line = lines.skipBlank(fromLine);
    while (line < lines.count() && !stop.test(line)) {
      lines.resetFurthest();
      BlockScan block = new BlockScan(lines, line);
      int end = block.end();
      line = lines.skipBlank(end);
      int lookahead = lines.furthest() + 1 - end;
      result.add(new BlockSpan(block.kind(), role, block.startLine(), end, lookahead));
    }
    return result;
  }
}
