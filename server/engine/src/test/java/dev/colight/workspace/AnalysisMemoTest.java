package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.colight.document.Role;
import dev.colight.graph.BlockAnalysis;
import dev.colight.toy.ToyLanguage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisMemoTest {
  private final ToyLanguage language = new ToyLanguage();
  private final AnalysisMemo memo = new AnalysisMemo(language);

  @Test
  void many_blocks_prepared_together_are_analysed_once_each_and_as_they_would_be_alone() {
    List<AnalysisMemo.Piece> blocks = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      blocks.add(new AnalysisMemo.Piece(Role.SCRIPT, List.of("int a" + i % 500 + " = " + i % 500)));
    }
    memo.prepare(blocks);
    for (AnalysisMemo.Piece block : blocks) {
      BlockAnalysis alone = language.analyze(block.role(), block.lines());
      assertEquals(alone.units().toString(), memo.analyze(block).units().toString());
      assertSame(memo.analyze(block), memo.analyze(block));
    }
    assertEquals(500, memo.analysed());
  }
}
