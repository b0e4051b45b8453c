package dev.colight.text;

/** Spans the text from {@code start}, inclusive, to {@code end}, exclusive. */
public record Range(Position start, Position end) {
  /** Creates a range from zero-based lines and UTF-16 columns. */
  public static Range of(int startLine, int startColumn, int endLine, int endColumn) {
    return new Range(new Position(startLine, startColumn), new Position(endLine, endColumn));
  }

  /** Returns this range moved down by a number of lines (up when negative). */
  public Range plusLines(int lines) {
    return new Range(start.plusLines(lines), end.plusLines(lines));
  }

  /** Returns the smallest range that holds both. */
  public Range union(Range other) {
    return new Range(
        start.compareTo(other.start) <= 0 ? start : other.start,
        end.compareTo(other.end) >= 0 ? end : other.end);
  }
}
