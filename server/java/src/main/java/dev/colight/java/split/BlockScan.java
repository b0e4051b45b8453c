package dev.colight.java.split;

import dev.colight.document.BlockKind;
import dev.colight.java.split.LogicalLine.Content;
import dev.colight.java.split.LogicalLine.Lead;
import dev.colight.java.split.LogicalLine.Tail;

/**
 * Finds the end of one block.
 *
 * <p>At each blank line it looks at the next line of code. Where no bracket is open, the block ends
 * unless that line can only go on with it. Where a bracket is open, the block goes on if that line
 * is indented; if it is not, somebody either does not indent, or has just typed the opening
 * bracket: the block goes on only if all that is open is closed within some lines from there.
 *
 * <p>A line that leaves something open ({@code int x =}) joins what follows a blank line only if
 * that is indented deeper. Else the block that follows would be lost whenever one types above it.
 */
final class BlockScan {
  /** How many lines, and how many brackets, are read to find out whether all is closed. */
  private static final int LOOKAHEAD_LINES = 1_000;

  private static final int LOOKAHEAD_BRACKETS = 50_000;

  private final LogicalLines lines;
  private final int startLine;
  private final int endLine;
  private BlockKind kind = BlockKind.CODE;

  /** Indentation of the first line of code. */
  private int base;

  private final OpenBrackets open = new OpenBrackets();

  /** Indentation of the line that opened the outermost open bracket. */
  private int openedAt;

  /**
   * Whether a brace closed everything although it is indented deeper than what it closed: there is
   * one closing brace too many somewhere, and the indentation tells better what belongs together.
   */
  private boolean closedTooEarly;

  /** Up to this line everything is known to be closed. */
  private int balancedUntil;

  private Tail tail = Tail.OTHER;
  private boolean hasIf;
  private boolean hasTry;
  private boolean inDo;

  /** Scans the block that starts at a line, which is not blank. */
  BlockScan(LogicalLines lines, int startLine) {
    this.lines = lines;
    this.startLine = startLine;
    int line = comments();
    this.endLine = atEnd(line) ? line : code(line);
  }

  int startLine() {
    return startLine;
  }

  int end() {
    return endLine;
  }

  BlockKind kind() {
    return kind;
  }

  private boolean atEnd(int line) {
    return !lines.exists(line) || lines.get(line).isBlank();
  }

  /** Reads comments up to a blank line or code; they are prose unless they are for tools. */
  private int comments() {
    boolean prose = false;
    boolean directive = false;
    int line = startLine;
    while (!atEnd(line) && !lines.get(line).isCode()) {
      LogicalLine comment = lines.get(line);
      prose |= comment.content() == Content.COMMENT;
      directive |= comment.content() == Content.DIRECTIVE;
      line = comment.next();
    }
    if (prose && !directive && atEnd(line)) {
      kind = BlockKind.PROSE;
    }
    return line;
  }

  private int code(int firstLine) {
    base = lines.get(firstLine).indent();
    int line = firstLine;
    while (true) {
      while (!atEnd(line)) {
        LogicalLine current = lines.get(line);
        if (current.isCode()) {
          take(current);
        }
        line = current.next();
      }
      int next = nextCode(line);
      if (!lines.exists(next) || !goesOn(lines.get(next))) {
        return line;
      }
      line = next;
    }
  }

  private int nextCode(int from) {
    int line = lines.skipBlank(from);
    while (lines.exists(line) && !lines.get(line).isCode()) {
      line = lines.skipBlank(lines.get(line).next());
    }
    return line;
  }

  private void take(LogicalLine line) {
    boolean wasOpen = !open.isEmpty();
    String shape = line.shape();
    for (int i = 0; i < shape.length(); i++) {
      char c = shape.charAt(i);
      if (Character.isLetter(c)) {
        keyword(c);
        continue;
      }
      boolean empty = open.isEmpty();
      open.apply(c);
      if (empty && !open.isEmpty()) {
        openedAt = line.indent();
      }
      if (wasOpen && i == 0 && c == '}' && open.isEmpty()) {
        closedTooEarly |= line.indent() > openedAt;
      }
    }
    tail = line.tail();
  }

  private void keyword(char letter) {
    if (open.isEmpty()) {
      hasIf |= letter == 'i';
      hasTry |= letter == 't';
      inDo = letter == 'd' || (inDo && letter != 'w');
    }
  }

  private boolean goesOn(LogicalLine next) {
    if (!open.isEmpty()) {
      return next.indent() > base
          || next.onlyContinues()
          || next.line() < balancedUntil
          || isClosedFrom(next.line());
    }
    if (closedTooEarly && (next.indent() > base || next.lead() == Lead.CLOSER)) {
      return true;
    }
    if (tail == Tail.OPEN && next.indent() > base) {
      return true;
    }
    return switch (next.lead()) {
      case CONTINUATION -> tail != Tail.SEMICOLON;
      case ELSE -> hasIf;
      case HANDLER -> hasTry;
      case WHILE -> inDo;
      case CLOSER, TOP_LEVEL, OTHER -> false;
    };
  }

  /** Reads on to see whether all that is open gets closed. */
  private boolean isClosedFrom(int from) {
    OpenBrackets ahead = open.fork();
    int brackets = 0;
    int line = from;
    while (lines.exists(line) && line < from + LOOKAHEAD_LINES && brackets <= LOOKAHEAD_BRACKETS) {
      LogicalLine current = lines.get(line);
      if (current.lead() == Lead.TOP_LEVEL && current.indent() <= base) {
        return false;
      }
      String shape = current.shape();
      for (int i = 0; i < shape.length() && brackets <= LOOKAHEAD_BRACKETS; i++) {
        ahead.apply(shape.charAt(i));
        brackets++;
      }
      line = current.next();
      if (ahead.wasEmptied()) {
        balancedUntil = line;
        return true;
      }
    }
    return false;
  }
}
