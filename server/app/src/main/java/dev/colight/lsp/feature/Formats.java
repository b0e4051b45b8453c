package dev.colight.lsp.feature;

import dev.colight.execution.Assistant;
import dev.colight.lsp.view.Edits;
import dev.colight.lsp.view.Reading;
import java.util.List;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/** Lays out documents, or parts of them. */
public final class Formats {
  private static final int WIDEST = 16;

  private Formats() {}

  /** Returns the edits of some lines, both inclusive. */
  public static List<TextEdit> of(
      Reading reading,
      Assistant assistant,
      int firstLine,
      int lastLine,
      FormattingOptions options) {
    int width = Math.max(1, Math.min(WIDEST, options.getTabSize()));
    var indent = new Assistant.Indent(width, !options.isInsertSpaces());
    return Edits.toLsp(
        reading.positions(),
        assistant.format(reading.document().scene(), firstLine, lastLine, indent));
  }

  /** Returns the last line of a range; one that ends before the text of a line is without that. */
  public static int lastLine(Range range) {
    int last = range.getEnd().getLine();
    return range.getEnd().getCharacter() == 0 && last > range.getStart().getLine()
        ? last - 1
        : last;
  }
}
