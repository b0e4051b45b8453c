package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import java.util.Set;

/** Decides whether an expression or declaration without its {@code ;} ends at a line break. */
final class LineBreaks {
  private static final Set<String> CONTINUATIONS =
      Set.of(
          ".", "::", "->", "?", ":", ",", "*", "/", "%", "+", "-", "<<", ">>", ">>>", "<", ">",
          "<=", ">=", "==", "!=", "&", "^", "|", "&&", "||", "=", "+=", "-=", "*=", "/=", "%=",
          "&=", "|=", "^=", "<<=", ">>=", ">>>=");

  /** Those of them that may be part of a call. */
  private static final Set<String> NO_VALUES = Set.of(".", "::", "->", ",", "<", ">", ">>", ">>>");

  /** Keywords that start a statement or declaration and nothing within an expression. */
  private static final Set<String> STARTS =
      Set.of(
          "import",
          "package",
          "class",
          "interface",
          "enum",
          "public",
          "private",
          "protected",
          "static",
          "abstract",
          "if",
          "for",
          "while",
          "do",
          "try",
          "return",
          "throw",
          "break",
          "continue",
          "assert");

  /** How far back the {@code new} of an anonymous class is looked for, in tokens. */
  private static final int LONGEST_TYPE = 60;

  private final TokenRun tokens;
  private final Headers headers;

  LineBreaks(TokenRun tokens, Headers headers) {
    this.tokens = tokens;
    this.headers = headers;
  }

  /** Tells whether what ends with the token before could be complete. */
  boolean canEndBefore(int i) {
    int last = i - 1;
    Token token = tokens.get(last);
    return switch (token.kind()) {
      case KEYWORD ->
          Words.OPERANDS.contains(token.text())
              || (token.is("new") && tokens.is(last - 1, "::"))
              || token.is("break")
              || token.is("continue");
      case OPERATOR ->
          token.is("]")
              || token.is("}")
              || token.is("++")
              || token.is("--")
              || (token.is(")") && !opensMore(last));
      default -> true;
    };
  }

  /**
   * Tells whether a token that is first on its line can only start something new, whatever is
   * missing before it.
   */
  boolean startsAfresh(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Kind.KEYWORD && STARTS.contains(token.text())) {
      return true;
    }
    boolean pattern = tokens.is(i - 1, "instanceof") || tokens.is(i - 1, "final");
    return !pattern && (headers.startsTypeDeclaration(i) || headers.startsVariableOrMethod(i));
  }

  /**
   * Tells whether a token that is first on its line goes on with the statement that starts at an
   * index and could end before it.
   */
  boolean continues(int i, int start) {
    Token token = tokens.get(i);
    if (token.kind() == Kind.KEYWORD) {
      return token.is("instanceof");
    }
    if (token.kind() != Kind.OPERATOR) {
      return false;
    }
    if (token.is("{")) {
      return tokens.isDimension(i - 2) || isAnonymousClassBody(i);
    }
    return CONTINUATIONS.contains(token.text())
        && !startsGenericMethod(i)
        && !(isSign(i) && tokens.indent(i) <= tokens.indent(start));
  }

  /** Tells whether an operator takes an operand on either side and gives a new value. */
  static boolean isBinary(String operator) {
    return CONTINUATIONS.contains(operator) && !NO_VALUES.contains(operator);
  }

  /** Tells whether a token after {@code switch (…) {…}} makes that an expression. */
  boolean continuesSwitch(int i) {
    return tokens.startsLine(i) ? tokens.is(i, ".") : CONTINUATIONS.contains(tokens.get(i).text());
  }

  /** Tells whether a closing parenthesis ends a cast, or what a {@code switch} is over. */
  private boolean opensMore(int closer) {
    if (!tokens.hasPartner(closer)) {
      return false;
    }
    int opener = tokens.partner(closer);
    if (tokens.is(opener - 1, "switch")) {
      return true;
    }
    int type = opener + 1;
    boolean named = tokens.isIdentifier(opener - 1) || tokens.is(opener - 1, ">");
    return !named
        && headers.skipType(type) == closer
        && (tokens.is(closer - 1, "]") || tokens.isKeyword(closer - 1));
  }

  /** Tells a sign, which stands right before its operand, from an operator with space around. */
  private boolean isSign(int i) {
    return (tokens.is(i, "-") || tokens.is(i, "+"))
        && i + 1 < tokens.size()
        && tokens.get(i).range().end().equals(tokens.get(i + 1).range().start());
  }

  private boolean startsGenericMethod(int i) {
    if (!tokens.is(i, "<") || !tokens.isIdentifier(i + 1)) {
      return false;
    }
    int type = tokens.afterAngles(i);
    int name = type == Headers.NONE ? Headers.NONE : headers.skipType(type);
    return name != Headers.NONE && tokens.isIdentifier(name) && tokens.is(name + 1, "(");
  }

  /**
   * Tells whether a brace on a line of its own, after {@code new X()}, opens the body of an
   * anonymous class rather than a block: where the statement goes on behind it.
   */
  private boolean isAnonymousClassBody(int brace) {
    if (!tokens.is(brace - 1, ")") || !tokens.hasPartner(brace) || !tokens.hasPartner(brace - 1)) {
      return false;
    }
    int after = tokens.partner(brace) + 1;
    if (!tokens.sameLine(after)
        || !(tokens.is(after, ";") || tokens.is(after, ".") || tokens.is(after, ","))) {
      return false;
    }
    int opener = tokens.partner(brace - 1);
    for (int i = opener - 1; i >= 0 && i > opener - LONGEST_TYPE; i--) {
      if (tokens.is(i, "new")) {
        return headers.skipType(i + 1) == opener;
      }
      if (tokens.is(i, ";") || tokens.is(i, "=")) {
        return false;
      }
    }
    return false;
  }
}
