package dev.colight.java.split;

import dev.colight.java.split.LogicalLine.Content;
import dev.colight.java.split.LogicalLine.Lead;
import dev.colight.java.split.LogicalLine.Tail;
import dev.colight.java.split.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads logical lines, each once, however often it is asked for: looking ahead is cheap, so that
 * splitting stays linear. Remembers how far it was asked to read.
 */
final class LogicalLines {
  private static final Set<String> CONTINUATIONS =
      Set.of(
          ".", "&&", "||", "?", ":", "->", "::", "instanceof", "extends", "implements", "throws");

  /** Keywords after which code may end. */
  private static final Set<String> FINAL_KEYWORDS = Set.of("break", "continue", "return");

  private final List<String> lines;
  private final int first;
  private final Lexer lexer;
  private final List<@Nullable LogicalLine> cache = new ArrayList<>();
  private int furthest;

  LogicalLines(List<String> lines, int first) {
    this.lines = lines;
    this.first = first;
    this.lexer = new Lexer(lines);
  }

  int count() {
    return lines.size();
  }

  /** Forgets how far it was read. */
  void resetFurthest() {
    furthest = 0;
  }

  /** Returns the last line that was read since; past the last line where the end was seen. */
  int furthest() {
    return furthest;
  }

  /** Tells whether there is a logical line at a line; where there is none, the end was seen. */
  boolean exists(int line) {
    furthest = Math.max(furthest, Math.min(line, lines.size()));
    return line < lines.size();
  }

  /** Returns the logical line that starts at a line which exists. */
  LogicalLine get(int line) {
    int index = line - first;
    while (cache.size() <= index) {
      cache.add(null);
    }
    LogicalLine result = cache.get(index);
    if (result == null) {
      result = read(line);
      cache.set(index, result);
    }
    furthest = Math.max(furthest, result.furthest());
    return result;
  }

  /** Returns the next line from a line on that is not blank, or the number of lines. */
  int skipBlank(int line) {
    int i = line;
    while (exists(i) && isBlank(i)) {
      i++;
    }
    return i;
  }

  private boolean isBlank(int line) {
    String text = lines.get(line);
    return MultiLine.indent(text) == text.length();
  }

  private LogicalLine read(int line) {
    Content content = Content.BLANK;
    Lead lead = Lead.OTHER;
    Shape shape = new Shape();
    lexer.moveTo(line);
    while (lexer.nextInLine()) {
      if (lexer.kind() == Kind.COMMENT) {
        content = content == Content.BLANK || content == Content.PRAGMA ? comment() : content;
        continue;
      }
      if (content != Content.CODE) {
        content = Content.CODE;
        lead = lead();
      }
      shape.add();
    }
    return new LogicalLine(
        line,
        lexer.line() + 1,
        lexer.furthest(),
        MultiLine.indent(lines.get(line)),
        content,
        lead,
        shape.tail(),
        shape.text());
  }

  private Content comment() {
    String text = lexer.tokenText();
    if (Comments.isDirective(text)) {
      return Content.DIRECTIVE;
    }
    return Comments.pragmas(text).isEmpty() ? Content.COMMENT : Content.PRAGMA;
  }

  private Lead lead() {
    Kind kind = lexer.kind();
    if (kind == Kind.OPERATOR) {
      char c = lexer.first();
      if (c == '}' || c == ')' || c == ']') {
        return Lead.CLOSER;
      }
      return CONTINUATIONS.contains(lexer.tokenText()) ? Lead.CONTINUATION : Lead.OTHER;
    }
    if (kind != Kind.KEYWORD) {
      return Lead.OTHER;
    }
    return switch (lexer.tokenText()) {
      case "else" -> Lead.ELSE;
      case "catch", "finally" -> Lead.HANDLER;
      case "while" -> Lead.WHILE;
      case "import", "package" -> Lead.TOP_LEVEL;
      case "instanceof", "extends", "implements", "throws" -> Lead.CONTINUATION;
      default -> Lead.OTHER;
    };
  }

  /** Collects what matters of a line's code, token by token. */
  private final class Shape {
    private final StringBuilder shape = new StringBuilder();
    private boolean afterHeaderKeyword;
    private boolean afterDot;
    private Tail tail = Tail.OTHER;

    void add() {
      boolean header = afterHeaderKeyword;
      boolean dot = afterDot;
      afterHeaderKeyword = false;
      afterDot = lexer.is(".");
      switch (lexer.kind()) {
        case OPERATOR -> tail = operator(header, dot);
        case KEYWORD -> tail = keyword();
        default -> tail = Tail.OTHER;
      }
    }

    Tail tail() {
      return tail;
    }

    /** Headers of statements are parentheses to everybody else. */
    String text() {
      return shape.isEmpty() ? "" : shape.toString().replace('h', '(');
    }

    private Tail operator(boolean header, boolean dot) {
      char c = lexer.first();
      switch (c) {
        case '(' -> shape.append(header ? 'h' : c);
        case '[', '{' -> shape.append(c);
        case ')', ']', '}' -> {
          return close(c);
        }
        case ';' -> {
          return Tail.SEMICOLON;
        }
        default -> {
          return lexer.is("++") || lexer.is("--") || (dot && c == '*') ? Tail.OTHER : Tail.OPEN;
        }
      }
      return Tail.OTHER;
    }

    private Tail close(char closer) {
      int open = shape.length() - 1;
      while (open >= 0 && Character.isLetter(shape.charAt(open)) && shape.charAt(open) != 'h') {
        open--;
      }
      char opener = open < 0 ? 0 : shape.charAt(open);
      boolean header = closer == ')' && opener == 'h';
      if (header
          || (closer == ')' && opener == '(')
          || (closer == ']' && opener == '[')
          || (closer == '}' && opener == '{')) {
        shape.setLength(open);
      } else {
        shape.append(closer);
      }
      if (header) {
        return Tail.OPEN;
      }
      return closer == '}' ? Tail.BRACE : Tail.OTHER;
    }

    private Tail keyword() {
      String word = lexer.tokenText();
      switch (word) {
        case "if" -> shape.append('i');
        case "try" -> shape.append('t');
        case "do" -> shape.append('d');
        case "while" -> shape.append('w');
        default -> {}
      }
      afterHeaderKeyword = word.equals("if") || word.equals("for") || word.equals("while");
      return Words.OPERANDS.contains(word) || FINAL_KEYWORDS.contains(word)
          ? Tail.OTHER
          : Tail.OPEN;
    }
  }
}
