package dev.colight.java.analysis;

import dev.colight.graph.Problem;
import dev.colight.java.split.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says, in words for people, what keeps tokens from being complete Java. */
final class Diagnosis {

  private static final Set<String> NEEDS_OPERAND =
      Set.of(
          "=",
          "+=",
          "-=",
          "*=",
          "/=",
          "%=",
          "&=",
          "|=",
          "^=",
          "<<=",
          ">>=",
          ">>>=",
          "+",
          "-",
          "*",
          "/",
          "%",
          "&",
          "|",
          "^",
          "&&",
          "||",
          "==",
          "!=",
          "<",
          "<=",
          ">=",
          "<<",
          "?",
          "!",
          "~",
          ".",
          ",",
          "->",
          "::",
          "new",
          "instanceof",
          "throw",
          "case");

  private static final Set<String> HEADS =
      Set.of("if", "while", "for", "switch", "synchronized", "catch");

  private Diagnosis() {}

  /** Returns what is wrong with code that cannot be complete. */
  static Problem of(List<Token> tokens) {
    Problem problem = errorToken(tokens);
    if (problem == null) {
      problem = unbalanced(tokens);
    }
    return problem != null ? problem : incomplete(tokens);
  }

  /** Makes an error at a token. */
  static Problem at(int token, String message) {
    return spanning(token, token, message);
  }

  /** Makes an error that spans tokens, both inclusive. */
  static Problem spanning(int first, int last, String message) {
    return new Problem(Problem.Severity.ERROR, message, first, last);
  }

  /** Tells whether an operand is missing at the end: no language level lets that pass. */
  static boolean endsEarly(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (last > 0 && tokens.get(last).is(";")) {
      last--;
    }
    boolean reference = last > 0 && tokens.get(last - 1).is("::");
    return NEEDS_OPERAND.contains(tokens.get(last).text()) && !reference;
  }

  /** Tells whether a statement is missing at the end, which an added {@code ;} would hide. */
  static boolean lacksStatement(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (tokens.get(last).is("else") || tokens.get(last).is("do")) {
      return true;
    }
    int depth = 0;
    int open = last;
    for (; open > 0 && (depth > 0 || open == last); open--) {
      switch (tokens.get(open).text()) {
        case ")", "]", "}" -> depth++;
        case "(", "[", "{" -> depth--;
        default -> {}
      }
    }
    Token head = tokens.get(open);
    boolean loopEnd = head.is("while") && tokens.stream().anyMatch(token -> token.is("do"));
    return tokens.get(last).is(")") && HEADS.contains(head.text()) && !loopEnd;
  }

  private static @Nullable Problem errorToken(List<Token> tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).kind() == Token.Kind.ERROR) {
        return at(at, ofErrorToken(tokens.get(at).text()));
      }
    }
    return null;
  }

  private static String ofErrorToken(String text) {
    if (text.startsWith("\"\"\"") && !text.contains("\n") && text.length() > 3) {
      return "the text of a text block starts on the line after `\"\"\"`";
    }
    if (text.startsWith("\"\"\"")) {
      return "this text block is not closed: `\"\"\"` expected";
    }
    if (text.startsWith("\"")) {
      return "this string is not closed: `\"` expected";
    }
    if (text.startsWith("'")) {
      return "this character is not closed: `'` expected";
    }
    if (text.startsWith("/*")) {
      return "this comment is not closed: `*/` expected";
    }
    return text.isBlank() ? "unexpected character" : "unexpected `" + text + "`";
  }

  private static @Nullable Problem unbalanced(List<Token> tokens) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < tokens.size(); at++) {
      switch (tokens.get(at).text()) {
        case "(", "[", "{" -> open.push(at);
        case ")", "]", "}" -> {
          if (open.isEmpty()) {
            return at(at, "unexpected " + quoted(tokens, at));
          }
          String expected = closing(tokens.get(open.pop()));
          if (!tokens.get(at).is(expected)) {
            return at(Math.max(0, at - 1), "`" + expected + "` expected");
          }
        }
        default -> {}
      }
    }
    if (open.isEmpty()) {
      return null;
    }
    int innermost = open.peek();
    String expected = closing(tokens.get(innermost));
    return at(
        innermost,
        "this " + quoted(tokens, innermost) + " is not closed: `" + expected + "` expected");
  }

  private static String closing(Token open) {
    return switch (open.text()) {
      case "(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }

  /** Returns what is missing at the end; brackets balance. */
  private static Problem incomplete(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (last > 0 && tokens.get(last).is(";")) {
      last--;
    }
    return at(last, missingAfter(tokens, last));
  }

  private static String missingAfter(List<Token> tokens, int last) {
    String after = " expected after " + quoted(tokens, last);
    Token token = tokens.get(last);
    int start = TokenScan.afterModifiers(tokens, 0);
    if (start > last) {
      return "declaration" + after;
    }
    if (NEEDS_OPERAND.contains(token.text()) && token.kind() == Token.Kind.OPERATOR) {
      return switch (token.text()) {
        case ".", "::", "@" -> "name" + after;
        case "<" -> "type or expression" + after;
        default -> "expression" + after;
      };
    }
    if (token.kind() == Token.Kind.KEYWORD) {
      return switch (token.text()) {
        case "new", "instanceof", "extends", "implements", "throws" -> "type" + after;
        case "class", "interface", "enum", "import", "package" -> "name" + after;
        case "else", "do" -> "statement" + after;
        case "try", "finally" -> "`{`" + after;
        case "if", "while", "for", "switch", "catch" -> "`(`" + after;
        case "return", "throw", "case", "assert" -> "expression" + after;
        default -> TokenScan.afterType(tokens, last) > 0 ? "name" + after : "more" + after;
      };
    }
    if (TokenScan.afterType(tokens, start) == last + 1) {
      return "name" + after;
    }
    if (TypeHeader.nameIndex(tokens, start) >= 0) {
      return "body in `{` and `}`" + after;
    }
    return switch (tokens.get(start).text()) {
      case "if", "while", "for" -> "statement" + after;
      case "switch", "synchronized" -> "`{`" + after;
      case "do" -> "`while`" + after;
      case "try" -> "`catch` or `finally`" + after;
      default -> "more" + after;
    };
  }

  private static String quoted(List<Token> tokens, int at) {
    return "`" + tokens.get(at).text() + "`";
  }
}
