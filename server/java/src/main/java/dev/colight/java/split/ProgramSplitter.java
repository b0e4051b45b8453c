package dev.colight.java.split;

import dev.colight.document.BlockKind;
import dev.colight.document.BlockSpan;
import dev.colight.document.Layout;
import dev.colight.document.Layout.Region;
import dev.colight.document.Role;
import dev.colight.document.Splitter;
import dev.colight.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Splits a {@code .java} file into blocks: its members and the statements of its {@code main} as a
 * script is split, and what is around them.
 */
public final class ProgramSplitter implements Splitter {
  @Override
  public Layout layout(Text text) {
    return ProgramLayout.of(text.lines());
  }

  @Override
  public List<BlockSpan> split(Text text, int fromLine, IntPredicate stop) {
    return split(text, layout(text), fromLine, stop);
  }

  @Override
  public List<BlockSpan> split(Text text, Layout layout, int fromLine, IntPredicate stop) {
    List<BlockSpan> result = new ArrayList<>();
    boolean[] stopped = {false};
    for (Region region : layout.regions()) {
      int from = Math.max(fromLine, region.start());
      if (stopped[0] || from >= region.end()) {
        continue;
      }
      IntPredicate stopHere =
          line -> {
            stopped[0] = stop.test(line);
            return stopped[0];
          };
      List<String> lines = text.lines(0, region.end());
      switch (region.role()) {
        case MEMBERS, BESIDE, BODY ->
            result.addAll(JavaSplitter.split(lines, region.role(), from, stopHere));
        default -> addWhole(lines, region.role(), from, stopHere, result);
      }
    }
    return result;
  }

  private static void addWhole(
      List<String> lines, Role role, int from, IntPredicate stop, List<BlockSpan> result) {
    int start = from;
    int end = lines.size();
    while (start < end && lines.get(start).isBlank()) {
      start++;
    }
    while (end > start && lines.get(end - 1).isBlank()) {
      end--;
    }
    if (start < end && !stop.test(start)) {
      result.add(new BlockSpan(BlockKind.CODE, role, start, end, lines.size() - end + 1));
    }
  }
}
