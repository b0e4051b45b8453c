package dev.colight.java.assist;

import dev.colight.document.Document;
import dev.colight.execution.Meanings;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Unit;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;

/**
 * Where an import goes that is to be added.
 *
 * @param range the place, which is empty
 * @param before what goes before the import
 * @param after what goes after it
 */
record ImportEdits(Range range, String before, String after) {
  /**
   * Returns where imports go for code at a place: below the last import above it, or else into a
   * block of their own, before the first code of the document.
   */
  static ImportEdits of(Document document, Meanings meanings, Spot spot) {
    for (int i = Math.min(spot.index(), document.size() - 1); i >= 0; i--) {
      BlockAnalysis analysis = meanings.graph().analysis(document.block(i).id());
      int after = analysis == null ? -1 : lineAfterImports(analysis);
      int absolute = document.startLine(i) + after;
      boolean above = i < spot.index() || absolute <= spot.startLine() + spot.at().line();
      if (after >= 0 && above) {
        return at(absolute, document, "\n");
      }
    }
    int first = 0;
    while (first < document.size() && !Spot.isCode(document, first)) {
      first++;
    }
    int block = Math.min(first, spot.index());
    int line = block < document.size() ? document.startLine(block) : spot.startLine();
    return at(Math.min(line, spot.startLine()), document, "\n\n");
  }

  private static ImportEdits at(int line, Document document, String after) {
    if (line < document.text().lineCount()) {
      return new ImportEdits(Range.of(line, 0, line, 0), "", after);
    }
    Position end = document.text().end();
    return new ImportEdits(new Range(end, end), "\n", "");
  }

  /** Returns the edit that imports a type. */
  TextEdit adding(String qualified) {
    return new TextEdit(range, before + "import " + qualified + ";" + after);
  }

  private static int lineAfterImports(BlockAnalysis analysis) {
    int line = -1;
    for (Unit unit : analysis.units()) {
      if (unit instanceof ImportUnit) {
        line = unit.code().range(unit.code().tokenCount() - 1).end().line() + 1;
      }
    }
    return line;
  }
}
