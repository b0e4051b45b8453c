package dev.colight.lsp.view;

import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;

/** Converts between the positions of a client and those of a text. */
public record Positions(Text text, Encoding encoding) {
  /** Converts to the client's; a line that the text does not have keeps its column as it is. */
  public org.eclipse.lsp4j.Position toLsp(Position position) {
    int column =
        encoding == Encoding.UTF_16 || !has(position.line())
            ? position.column()
            : encoding.fromUtf16(text.line(position.line()), position.column());
    return new org.eclipse.lsp4j.Position(position.line(), column);
  }

  /** Converts a range of a file whose text is not at hand: columns stay as they are. */
  public static org.eclipse.lsp4j.Range ofFile(Range range) {
    return new org.eclipse.lsp4j.Range(
        new org.eclipse.lsp4j.Position(range.start().line(), range.start().column()),
        new org.eclipse.lsp4j.Position(range.end().line(), range.end().column()));
  }

  /** Converts to the client's. */
  public org.eclipse.lsp4j.Range toLsp(Range range) {
    return new org.eclipse.lsp4j.Range(toLsp(range.start()), toLsp(range.end()));
  }

  /** Converts from the client's; a line that the text does not have keeps its column as it is. */
  public Position fromLsp(org.eclipse.lsp4j.Position position) {
    int line = position.getLine();
    int column =
        encoding == Encoding.UTF_16 || !has(line)
            ? position.getCharacter()
            : encoding.toUtf16(text.line(line), position.getCharacter());
    return new Position(line, column);
  }

  /** Converts from the client's. */
  public Range fromLsp(org.eclipse.lsp4j.Range range) {
    return new Range(fromLsp(range.getStart()), fromLsp(range.getEnd()));
  }

  private boolean has(int line) {
    return line >= 0 && line < text.lineCount();
  }
}
