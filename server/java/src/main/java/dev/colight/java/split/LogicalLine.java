package dev.colight.java.split;

/**
 * A line, or several where a comment or text block spans lines, seen by itself: it starts where no
 * comment or text block is open.
 *
 * @param line its first line
 * @param next the line after its last one
 * @param furthest last line that was read to find that out
 * @param indent number of characters before the first token
 * @param content what is on it
 * @param lead what its first token may be to the code above
 * @param tail what its last token leaves open
 * @param shape brackets in order, without pairs that close on the line, and among them {@code i},
 *     {@code t}, {@code d}, {@code w} for the keywords {@code if}, {@code try}, {@code do} and
 *     {@code while}
 */
record LogicalLine(
    int line,
    int next,
    int furthest,
    int indent,
    Content content,
    Lead lead,
    Tail tail,
    String shape) {
  /** What is on a line; comments do not count where there is code. */
  enum Content {
    BLANK,
    /** A comment for people. */
    COMMENT,
    /** A comment for tools, see {@link Comments#isDirective}. */
    DIRECTIVE,
    /** A comment that only says how to show the document. */
    PRAGMA,
    CODE
  }

  /** What a first token may be. */
  enum Lead {
    CLOSER,
    /** Goes on with what precedes, and cannot start anything: {@code .}, {@code &&}, {@code ?}. */
    CONTINUATION,
    ELSE,
    /** {@code catch} or {@code finally}. */
    HANDLER,
    WHILE,
    /** {@code import} or {@code package}: only ever at top level. */
    TOP_LEVEL,
    OTHER
  }

  /** What a last token may leave open. */
  enum Tail {
    SEMICOLON,
    BRACE,
    /** More must follow: an operator, {@code =}, {@code else}, {@code if (…)}. */
    OPEN,
    OTHER
  }

  boolean isCode() {
    return content == Content.CODE;
  }

  /** Tells whether the first token cannot start anything. */
  boolean onlyContinues() {
    return switch (lead) {
      case CLOSER, CONTINUATION, ELSE, HANDLER -> true;
      case WHILE, TOP_LEVEL, OTHER -> false;
    };
  }

  boolean isBlank() {
    return content == Content.BLANK;
  }
}
