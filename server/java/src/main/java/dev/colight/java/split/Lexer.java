package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import dev.colight.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of lines one after the other, comments included. Total: what is no token of Java
 * is an {@link Kind#ERROR}, which takes as little with it as can be: a string that is not closed
 * takes the rest of its line, a comment or text block what {@link MultiLine} says, all else one
 * character.
 *
 * <p>A cursor rather than a list, so that a document of 10 MB is read without an object per token.
 */
final class Lexer {
  private static final List<String> OPERATORS =
      List.of(
          ">>>=", "<<=", ">>=", ">>>", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=",
          ">=", "+=", "-=", "*=", "/=", "&=", "|=", "^=", "%=", "<<", ">>");

  private static final String SEPARATORS = "(){}[];,@~?";

  private static final String OPERATOR_CHARACTERS = ".=><!:+-*/&|^%";

  private static final String NON_SEALED = "non-sealed";

  private final List<String> lines;
  private int line;
  private int column;
  private String text;

  private Kind kind = Kind.ERROR;
  private int startLine;
  private int startColumn;
  private int furthest;

  /** The last token, where it is a word that has Unicode escapes. */
  private @Nullable String word;

  Lexer(List<String> lines) {
    this.lines = lines;
    this.text = lines.isEmpty() ? "" : lines.get(0);
  }

  /** Goes to the start of a line, at which no comment or text block is open. */
  void moveTo(int newLine) {
    line = newLine;
    column = 0;
    text = lines.get(newLine);
    furthest = newLine;
  }

  /** Reads the next token; false where there is none. */
  boolean next() {
    while (!nextInLine()) {
      if (line + 1 >= lines.size()) {
        return false;
      }
      moveTo(line + 1);
    }
    return true;
  }

  /** Reads the next token that starts on the current line; false where there is none. */
  boolean nextInLine() {
    column = skipSpace(text, column);
    if (column == text.length()) {
      return false;
    }
    startLine = line;
    startColumn = column;
    word = null;
    kind = read(text.charAt(column));
    return true;
  }

  Kind kind() {
    return kind;
  }

  /** Returns the line on which the lexer stands: the one on which the last token ends. */
  int line() {
    return line;
  }

  int startColumn() {
    return startColumn;
  }

  /** Returns the last line that was read since {@link #moveTo}; past the last one at the end. */
  int furthest() {
    return Math.max(furthest, line);
  }

  /** Tells whether the last token has this text; only for tokens within one line. */
  boolean is(String other) {
    if (word != null) {
      return word.equals(other);
    }
    return startLine == line
        && column - startColumn == other.length()
        && text.startsWith(other, startColumn);
  }

  /** Returns the first character of the last token. */
  char first() {
    return lines.get(startLine).charAt(startColumn);
  }

  /** Returns the text of the last token, see {@link Token#text}. */
  String tokenText() {
    if (word != null) {
      return word;
    }
    if (startLine == line) {
      return text.substring(startColumn, column);
    }
    StringBuilder result = new StringBuilder(lines.get(startLine).substring(startColumn));
    for (int i = startLine + 1; i < line; i++) {
      result.append('\n').append(lines.get(i));
    }
    return result.append('\n').append(text, 0, column).toString();
  }

  Token token() {
    return new Token(kind, tokenText(), Range.of(startLine, startColumn, line, column));
  }

  private Kind read(char c) {
    if (isIdentifierStart()) {
      return identifier();
    }
    if ((c >= '0' && c <= '9') || (c == '.' && isDigit(column + 1))) {
      return number();
    }
    return switch (c) {
      case '"' -> text.startsWith("\"\"\"", column) ? textBlock() : string();
      case '\'' -> character();
      case '/' -> slash();
      case '#' ->
          column == 0 && text.startsWith("#!") ? take(Kind.COMMENT, text.length()) : error();
      default -> {
        if (SEPARATORS.indexOf(c) >= 0) {
          yield take(Kind.OPERATOR, column + 1);
        }
        yield OPERATOR_CHARACTERS.indexOf(c) >= 0 ? operator() : error();
      }
    };
  }

  private Kind take(Kind result, int end) {
    column = end;
    return result;
  }

  private Kind error() {
    return take(Kind.ERROR, column + Character.charCount(text.codePointAt(column)));
  }

  private Kind slash() {
    if (text.startsWith("//", column)) {
      return take(Kind.COMMENT, text.length());
    }
    if (text.startsWith("/*", column)) {
      return multiLine(MultiLine.comment(lines, line, column), Kind.COMMENT);
    }
    return operator();
  }

  private Kind textBlock() {
    if (skipSpace(text, column + 3) < text.length()) {
      int next = text.indexOf("\"\"\"", column + 3);
      return take(Kind.ERROR, next < 0 ? text.length() : next + 3);
    }
    return multiLine(MultiLine.textBlock(lines, line), Kind.TEXT_BLOCK);
  }

  private Kind multiLine(MultiLine.End end, Kind closed) {
    furthest = Math.max(furthest, end.furthest());
    line = end.line();
    text = lines.get(line);
    column = end.column();
    return end.closed() ? closed : Kind.ERROR;
  }

  private Kind string() {
    for (int i = column + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return take(Kind.STRING, i + 1);
      }
    }
    return take(Kind.ERROR, text.length());
  }

  /** Reads a character literal; an apostrophe that opens none is an error by itself. */
  private Kind character() {
    int end = column + 1;
    if (end < text.length() && text.charAt(end) == '\\') {
      end += 2;
      while (end < text.length()
          && (Character.digit(text.charAt(end), 16) >= 0 || text.charAt(end) == 'u')) {
        end++;
      }
    } else if (end < text.length() && text.charAt(end) != '\'') {
      end += Character.charCount(text.codePointAt(end));
    } else {
      return error();
    }
    return end < text.length() && text.charAt(end) == '\''
        ? take(Kind.CHARACTER, end + 1)
        : error();
  }

  private Kind number() {
    int i = column;
    boolean hex = text.startsWith("0x", i) || text.startsWith("0X", i);
    i += hex ? 2 : 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean exponent = hex ? c == 'p' || c == 'P' : c == 'e' || c == 'E';
      if (exponent && i + 1 < text.length() && isSign(text.charAt(i + 1))) {
        i++;
      } else if (c == '.' ? !startsFraction(i) : !isAsciiWord(c)) {
        break;
      }
    }
    return take(Kind.NUMBER, i);
  }

  /** Tells a decimal point from the dot of a member access or of {@code ...}. */
  private boolean startsFraction(int dot) {
    boolean first = text.indexOf('.', column) == dot;
    return first && !text.startsWith("..", dot);
  }

  private Kind identifier() {
    int start = column;
    int i = column;
    boolean escaped = false;
    boolean plain = true;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isAsciiWord(c)) {
        i++;
        continue;
      }
      int length = c == '\\' ? escape(i, false) : partLength(i);
      if (length == 0) {
        break;
      }
      plain = false;
      escaped |= c == '\\';
      i += length;
    }
    if (text.startsWith(NON_SEALED, start) && i == start + 3 && modifiesType(start)) {
      return take(Kind.IDENTIFIER, start + NON_SEALED.length());
    }
    if (escaped) {
      word = UnicodeEscapes.translate(text.substring(start, i));
    }
    boolean reserved =
        (plain || escaped) && Words.isReserved(word == null ? text.substring(start, i) : word);
    return take(reserved ? Kind.KEYWORD : Kind.IDENTIFIER, i);
  }

  /**
   * Tells whether {@code non-sealed} is followed by what it can modify; else it is a subtraction.
   */
  private boolean modifiesType(int start) {
    String following = text;
    int from = skipSpace(text, start + NON_SEALED.length());
    if (from == text.length()) {
      furthest = Math.max(furthest, line + 1);
      following = line + 1 < lines.size() ? lines.get(line + 1) : "";
      from = skipSpace(following, 0);
    }
    int end = from;
    while (end < following.length() && isAsciiWord(following.charAt(end))) {
      end++;
    }
    String word = following.substring(from, end);
    return following.startsWith("@", from)
        || word.equals("class")
        || word.equals("interface")
        || Words.MODIFIERS.contains(word);
  }

  private Kind operator() {
    for (String operator : OPERATORS) {
      if (operator.charAt(0) == text.charAt(column) && text.startsWith(operator, column)) {
        return take(Kind.OPERATOR, column + operator.length());
      }
    }
    return take(Kind.OPERATOR, column + 1);
  }

  private boolean isIdentifierStart() {
    char c = text.charAt(column);
    if (c < 128) {
      boolean digit = c >= '0' && c <= '9';
      return (isAsciiWord(c) && !digit) || (c == '\\' && escape(column, true) > 0);
    }
    return Character.isJavaIdentifierStart(text.codePointAt(column));
  }

  private int partLength(int at) {
    int c = text.codePointAt(at);
    return c >= 128 && Character.isJavaIdentifierPart(c) ? Character.charCount(c) : 0;
  }

  /** Returns the length of a Unicode escape that stands for a character of an identifier, or 0. */
  private int escape(int at, boolean start) {
    int length = UnicodeEscapes.length(text, at);
    if (length == 0) {
      return 0;
    }
    char c = UnicodeEscapes.value(text, at + length);
    boolean fits = start ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c);
    return fits ? length : 0;
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && MultiLine.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isDigit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static boolean isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$';
  }
}
