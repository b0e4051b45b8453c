package dev.colight.java.assist;

import dev.colight.document.Document;
import dev.colight.execution.Meanings;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Unit;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;

/** Decides where an import goes that is to be added. */
final class ImportEdits {
  private ImportEdits() {}

  /**
   * Returns the edit that imports a type for code at a place: below the last import above it, or
   * else in a block of its own, before the first code of the document.
   */
  static TextEdit of(Document document, Meanings meanings, Spot spot, String qualified) {
    String line = "import " + qualified + ";\n";
    for (int i = Math.min(spot.index(), document.size() - 1); i >= 0; i--) {
      BlockAnalysis analysis = meanings.graph().analysis(document.block(i).id());
      int after = analysis == null ? -1 : lineAfterImports(analysis);
      int absolute = document.startLine(i) + after;
      boolean above = i < spot.index() || absolute <= spot.startLine() + spot.at().line();
      if (after >= 0 && above) {
        return insertion(absolute, document, line);
      }
    }
    int first = 0;
    while (first < document.size() && !Spot.isCode(document, first)) {
      first++;
    }
    int block = Math.min(first, spot.index());
    int at = block < document.size() ? document.startLine(block) : spot.startLine();
    return insertion(Math.min(at, spot.startLine()), document, line + "\n");
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

  private static TextEdit insertion(int line, Document document, String text) {
    if (line < document.text().lineCount()) {
      return new TextEdit(Range.of(line, 0, line, 0), text);
    }
    var end = document.text().end();
    return new TextEdit(new Range(end, end), "\n" + text.stripTrailing());
  }
}
