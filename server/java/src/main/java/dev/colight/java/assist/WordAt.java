package dev.colight.java.assist;

/**
 * The word that a column of a line is in, or at an end of.
 *
 * @param text empty where there is none
 * @param start the column where it begins
 */
record WordAt(String text, int start) {
  static WordAt of(String line, int column) {
    int start = column;
    while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
      start--;
    }
    int end = column;
    while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
      end++;
    }
    return new WordAt(line.substring(start, end), start);
  }

  /** Returns the column where it ends. */
  int end() {
    return start + text.length();
  }
}
