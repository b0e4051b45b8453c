package dev.colight.java.split;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Says where comments and text blocks end that span lines. One that is being typed is not closed
 * yet, or seems to be closed by what belongs to another one far below; it ends where code seems to
 * go on: at a blank line before a line that is not indented deeper and looks like code.
 */
final class MultiLine {
  /** How many lines are read past the first place where code seems to go on. */
  private static final int LOOKAHEAD = 2_000;

  /** How much of a line is looked at to tell whether it is code. */
  private static final int LOOKS = 300;

  private static final Pattern CODE =
      Pattern.compile(
          "(?://|/\\*|@\\w|import\\s|package\\s).*" // starts like it
              + "|(?:[\\w$.<>\\[\\],?]+\\s+)*[\\w$.]+(?:\\[[^]]*])?\\s*[-+*/]?=[^=].*" // assigns
              + "|[\\w$.]+\\(.*\\)" // calls
              + "|.*[;{}]"); // ends like it

  private static final Pattern BEFORE_OPENER = Pattern.compile(".*(?:[=(,+?:>{]|\\breturn)\\s*");

  /**
   * Where a comment or text block ends.
   *
   * @param closed whether by its own delimiter
   * @param line last line
   * @param column column after the last character
   * @param furthest last line that was read to find out; the number of lines at the text's end
   */
  record End(boolean closed, int line, int column, int furthest) {}

  private final List<String> lines;
  private final int start;
  private final int base;

  /** First of the blank lines before the first line where code seems to go on; -1 without any. */
  private int resumption = -1;

  private MultiLine(List<String> lines, int start) {
    this.lines = lines;
    this.start = start;
    this.base = indent(lines.get(start));
  }

  /** Finds the end of a comment whose <code>/*</code> stands at a place. */
  static End comment(List<String> lines, int line, int column) {
    int close = lines.get(line).indexOf("*/", column + 2);
    return close >= 0
        ? new End(true, line, close + 2, line)
        : new MultiLine(lines, line).commentEnd();
  }

  /** Finds the end of a text block that is opened on a line. */
  static End textBlock(List<String> lines, int line) {
    return new MultiLine(lines, line).textBlockEnd();
  }

  /** Returns the number of characters that a line is indented by. */
  static int indent(String line) {
    int i = 0;
    while (i < line.length() && isSpace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Tells whether a character is white space to Java, or a byte order mark. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\uFEFF';
  }

  private End commentEnd() {
    int line = start + 1;
    for (; line < lines.size() && !farBeyondResumption(line); line++) {
      String text = lines.get(line);
      int close = text.indexOf("*/");
      noteResumption(line);
      if (resumption >= 0) {
        int open = text.indexOf("/*");
        if (open >= 0 && (close < 0 || open < close)) {
          return unclosed(line);
        }
      }
      if (close >= 0) {
        return new End(true, line, close + 2, line);
      }
    }
    return unclosed(line);
  }

  private End textBlockEnd() {
    int line = start + 1;
    for (; line < lines.size() && !farBeyondResumption(line); line++) {
      int close = delimiter(line, 0);
      noteResumption(line);
      if (close >= 0) {
        return looksLikeOpener(line, close)
            ? afterOpener(line, close)
            : new End(true, line, close + 3, line);
      }
    }
    return unclosed(line);
  }

  /**
   * Decides what a delimiter is that looks like the opening one of another text block: it is one
   * where the next delimiter looks like a closing one.
   */
  private End afterOpener(int openerLine, int column) {
    int line = openerLine + 1;
    int limit = Math.min(lines.size(), line + LOOKAHEAD);
    for (; line < limit; line++) {
      int close = delimiter(line, 0);
      if (close >= 0) {
        if (looksLikeOpener(line, close)) {
          return new End(true, openerLine, column + 3, line);
        }
        if (resumption < 0) {
          resumption = openerLine;
        }
        return unclosed(line);
      }
    }
    return new End(true, openerLine, column + 3, line);
  }

  private End unclosed(int furthest) {
    int end = resumption >= 0 ? resumption : lines.size();
    int last = end - 1;
    while (last > start && isBlank(last)) {
      last--;
    }
    return new End(false, last, lines.get(last).length(), furthest);
  }

  private boolean farBeyondResumption(int line) {
    return resumption >= 0 && line > resumption + LOOKAHEAD;
  }

  private void noteResumption(int line) {
    if (resumption >= 0 || line == start + 1 || !isBlank(line - 1) || isBlank(line)) {
      return;
    }
    String text = lines.get(line);
    int indent = indent(text);
    if (indent <= base && looksLikeCode(text.substring(indent))) {
      int blank = line - 1;
      while (blank > start + 1 && isBlank(blank - 1)) {
        blank--;
      }
      resumption = blank;
    }
  }

  private boolean isBlank(int line) {
    String text = lines.get(line);
    return indent(text) == text.length();
  }

  private static boolean looksLikeCode(String text) {
    String trimmed = text.length() > LOOKS ? text.substring(0, LOOKS) : text.stripTrailing();
    return CODE.matcher(trimmed).matches();
  }

  private boolean looksLikeOpener(int line, int column) {
    String text = lines.get(line);
    return text.substring(column + 3).isBlank()
        && BEFORE_OPENER.matcher(text.substring(Math.max(0, column - LOOKS), column)).matches();
  }

  /** Returns the column of the next three quotes that no backslash escapes, or -1. */
  private int delimiter(int line, int from) {
    String text = lines.get(line);
    int quotes = text.indexOf("\"\"\"", from);
    if (quotes < 0) {
      return -1;
    }
    for (int i = from; i <= text.length() - 3; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith("\"\"\"", i)) {
        return i;
      }
    }
    return -1;
  }
}
