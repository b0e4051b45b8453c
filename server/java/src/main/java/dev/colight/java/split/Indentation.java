package dev.colight.java.split;

/**
 * How lines are indented.
 *
 * @param width the columns of one level, and of a tab
 * @param tabs whether with tabs
 */
public record Indentation(int width, boolean tabs) {
  /** Returns what stands before the text of a line. */
  String of(int columns) {
    return tabs ? "\t".repeat(columns / width) + " ".repeat(columns % width) : " ".repeat(columns);
  }

  /** Returns the columns before the text of a line. */
  int columns(String line) {
    int columns = 0;
    for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
      columns = line.charAt(i) == '\t' ? (columns / width + 1) * width : columns + 1;
    }
    return columns;
  }
}
