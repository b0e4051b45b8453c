package dev.colight.text;

/**
 * Marks a place in a text.
 *
 * @param line zero-based line
 * @param column zero-based UTF-16 code unit within the line
 */
public record Position(int line, int column) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  /** Returns this position moved down by a number of lines (up when negative). */
  public Position plusLines(int lines) {
    return new Position(line + lines, column);
  }
}
