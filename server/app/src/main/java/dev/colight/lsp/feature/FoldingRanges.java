package dev.colight.lsp.feature;

import dev.colight.document.BlockKind;
import dev.colight.lsp.view.Reading;
import dev.colight.workspace.BlockView;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** Folds blocks that have more than one line. */
public final class FoldingRanges {
  private FoldingRanges() {}

  /** Returns one range for each such block; prose folds as a comment. */
  public static List<FoldingRange> of(Reading reading) {
    List<FoldingRange> ranges = new ArrayList<>();
    for (BlockView block : reading.document().blocks()) {
      int first = block.range().start().line();
      int last = block.range().end().line();
      if (last > first) {
        FoldingRange range = new FoldingRange(first, last);
        range.setKind(
            block.kind() == BlockKind.PROSE ? FoldingRangeKind.Comment : FoldingRangeKind.Region);
        ranges.add(range);
      }
    }
    return ranges;
  }
}
