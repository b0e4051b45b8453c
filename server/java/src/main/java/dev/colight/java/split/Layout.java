package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the lines of a block: how far each is indented, and the spaces in it. Where lines break
 * is left to who wrote them, as that may have a meaning; so a line that goes on with a statement
 * moves as the line moves that it goes on with. Text in text blocks stays.
 */
public final class Layout {
  /** What may be a directive, which counts in the first column alone, wherever that is. */
  private static final Pattern DIRECTIVE = Pattern.compile("//[A-Z]");

  private final Indentation indentation;
  private final List<String> lines;
  private final List<Token> all;
  private final TokenRun tokens;
  private final Spacing spacing;
  private final Statements statements;
  private final int[] columns;

  private Layout(List<String> lines, Indentation indentation, List<Token> all, List<Token> plain) {
    this.lines = lines;
    this.indentation = indentation;
    this.all = all;
    this.tokens = new TokenRun(plain);
    this.spacing = new Spacing(tokens);
    this.statements = new Statements(plain, tokens, spacing);
    this.columns = new int[lines.size()];
  }

  /**
   * Returns as many lines with the same tokens; null where brackets do not match, or what is there
   * is no Java.
   */
  public static @Nullable List<String> of(List<String> lines, Indentation indentation) {
    List<Token> all = Tokenizer.tokenizeWithComments(lines);
    List<Token> plain = Tokenizer.tokenize(lines);
    if (new TokenRun(plain).hasBad(0, plain.size())) {
      return null;
    }
    List<String> laidOut = new Layout(lines, indentation, all, plain).lay();
    return isSame(lines, laidOut) ? laidOut : null;
  }

  /** Whatever is wrong with a layout, it must not change what is said. */
  private static boolean isSame(List<String> before, List<String> after) {
    return texts(before).equals(texts(after))
        && snippets(before).equals(snippets(after))
        && directives(before).equals(directives(after));
  }

  private static List<String> directives(List<String> lines) {
    return lines.stream().filter(line -> DIRECTIVE.matcher(line).lookingAt()).toList();
  }

  private static List<String> texts(List<String> lines) {
    return Tokenizer.tokenizeWithComments(lines).stream()
        .map(
            token ->
                token.kind() == Kind.COMMENT
                    ? token.text().replaceAll("\\s*\n\\s*", "\n").strip()
                    : token.text())
        .toList();
  }

  private static List<Snippet> snippets(List<String> lines) {
    return SnippetSplitter.split(Tokenizer.tokenize(lines));
  }

  private List<String> lay() {
    List<String> result = new ArrayList<>(lines);
    result.replaceAll(line -> line.isBlank() ? "" : line);
    int next = 0;
    for (int i = 0; i < all.size(); i++) {
      Token token = all.get(i);
      int line = token.range().start().line();
      int end = token.range().end().line();
      if (i == 0 || all.get(i - 1).range().end().line() < line) {
        columns[line] = Math.max(0, column(token, next));
        result.set(line, indentation.of(columns[line]));
      } else {
        result.set(line, result.get(line) + " ".repeat(gap(i, next)));
      }
      result.set(line, result.get(line) + part(token, line));
      for (int below = line + 1; below <= end; below++) {
        String part = part(token, below);
        columns[below] = columns[line];
        result.set(below, token.kind() == Kind.COMMENT ? moved(part, below, line) : part);
      }
      next += token.kind() == Kind.COMMENT ? 0 : 1;
    }
    return result;
  }

  /** Returns what a line has of a token that may span several. */
  private String part(Token token, int line) {
    Range range = token.range();
    String text = lines.get(line);
    int from = line == range.start().line() ? range.start().column() : 0;
    return text.substring(from, line == range.end().line() ? range.end().column() : text.length());
  }

  /** A line of a comment moves with the line on which that begins. */
  private String moved(String line, int number, int first) {
    String text = line.strip();
    int column =
        text.startsWith("*")
            ? columns[first] + 1
            : indentation.columns(line) + columns[first] - written(first);
    return text.isEmpty() || number == first ? text : indentation.of(Math.max(0, column)) + text;
  }

  private int written(int line) {
    return indentation.columns(lines.get(line));
  }

  private int gap(int i, int next) {
    Token token = all.get(i);
    Token before = all.get(i - 1);
    int written = token.range().start().column() - before.range().end().column();
    if (token.kind() == Kind.COMMENT) {
      return written;
    } else if (before.kind() == Kind.COMMENT) {
      return Math.min(1, written);
    }
    int wanted = spacing.before(next);
    return wanted == Spacing.AS_WRITTEN ? Math.min(1, written) : wanted;
  }

  /** Returns how far a line is indented that begins with a token, or with a comment before it. */
  private int column(Token token, int next) {
    boolean comment = token.kind() == Kind.COMMENT;
    int line = token.range().start().line();
    if (comment && DIRECTIVE.matcher(token.text()).lookingAt()) {
      return written(line);
    } else if (comment && next > 0 && next < tokens.size() && tokens.is(next, "}")) {
      return inside(next, tokens.partner(next)) + (beforeCases(next) ? indentation.width() : 0);
    } else if (!comment && tokens.is(next, "}")) {
      return base(tokens.partner(next));
    } else if (next == tokens.size() || statements.startsAt(next)) {
      int around = statements.around(next);
      return around == Statements.NONE ? 0 : inside(next, around);
    } else if (!comment && tokens.is(next, "{") && standsAlone(next)) {
      return base(next);
    }
    return goingOn(next, line, comment);
  }

  private boolean beforeCases(int closer) {
    return statements.isSwitch(tokens.partner(closer)) && !tokens.is(closer - 1, "}");
  }

  private int inside(int i, int brace) {
    boolean label = !statements.isSwitch(brace) || tokens.is(i, "case") || tokens.is(i, "default");
    return base(brace) + indentation.width() * (label || tokens.is(i, "}") ? 1 : 2);
  }

  /** Tells whether an opening brace belongs to what stands on lines above. */
  private boolean standsAlone(int brace) {
    return tokens.is(brace - 1, ")") || endsHead(brace - 1);
  }

  private boolean endsHead(int i) {
    return tokens.isIdentifier(i) || (i >= 0 && spacing.closesAngles(i));
  }

  /** Returns how far the line is indented to which the end of a brace belongs. */
  private int base(int brace) {
    int head = brace;
    if (tokens.is(brace - 1, ")")) {
      head = tokens.partner(brace - 1);
    } else if (endsHead(brace - 1) && !statements.startsAt(brace)) {
      head = statements.startOf(brace);
    }
    return columns[lineOf(head)];
  }

  private int goingOn(int next, int line, boolean comment) {
    int start = statements.startOf(next);
    int first = lineOf(start);
    int moved = written(line) + columns[first] - written(first);
    boolean deeper = written(line) > written(first);
    if (deeper || comment || first == line || tokens.isCloser(next)) {
      return moved;
    }
    boolean body = tokens.is(next - 1, ")") || tokens.isKeyword(next - 1);
    boolean controls = tokens.isKeyword(start) && body;
    return columns[first] + indentation.width() * (controls ? 1 : 2);
  }

  private int lineOf(int i) {
    return tokens.get(i).range().start().line();
  }
}
