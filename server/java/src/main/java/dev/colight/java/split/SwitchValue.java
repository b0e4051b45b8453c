package dev.colight.java.split;

import java.util.Set;

/**
 * Guesses whether a {@code switch} that stands by itself has a value. Where all its arms are calls,
 * only the compiler knows; then it is taken for a statement.
 */
final class SwitchValue {
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");

  /** What may precede a statement. */
  private static final Set<String> BEFORE_STATEMENT = Set.of("{", "}", ";", ":", ")", "->", "else");

  private static final Set<String> AFTER_NAME = Set.of("=", ".", "++", "--", "[", "+=", "-=");

  private final TokenRun tokens;

  SwitchValue(TokenRun tokens) {
    this.tokens = tokens;
  }

  /** Tells whether the switch whose body opens at an index has a value. */
  boolean exists(int body) {
    int end = tokens.partner(body);
    for (int i = body + 1; i < end; i++) {
      if (isYield(i)) {
        return true;
      }
      if (tokens.is(i, "->") && isArm(i)) {
        if (isValue(i + 1, end)) {
          return true;
        }
      } else if (tokens.isPaired(i, "(")) {
        i = tokens.partner(i);
      }
    }
    return false;
  }

  private boolean isYield(int i) {
    return tokens.isIdentifier(i)
        && tokens.is(i, "yield")
        && BEFORE_STATEMENT.contains(tokens.get(i - 1).text())
        && !AFTER_NAME.contains(tokens.get(i + 1).text());
  }

  /** Tells an arm's arrow from a lambda's: it follows {@code case} or {@code default}. */
  private boolean isArm(int arrow) {
    for (int i = arrow - 1; i > 0; i--) {
      if (tokens.is(i, "case") || tokens.is(i, "default")) {
        return true;
      }
      if (tokens.is(i, ";") || tokens.is(i, "{") || tokens.is(i, "}") || tokens.is(i, "->")) {
        return false;
      }
    }
    return false;
  }

  /** Tells whether an arm is an expression that is no statement. */
  private boolean isValue(int from, int end) {
    if (tokens.is(from, "{") || tokens.is(from, "throw")) {
      return false;
    }
    boolean created = tokens.is(from, "new");
    boolean operators = false;
    int i = from;
    while (i < end && !tokens.is(i, ";") && !tokens.is(i, "case")) {
      String text = tokens.get(i).text();
      if (ASSIGNMENTS.contains(text) || text.equals("++") || text.equals("--")) {
        return false;
      }
      created &= !(text.equals(".") && tokens.is(i - 1, ")"));
      operators |= tokens.kind(i) == Token.Kind.OPERATOR && LineBreaks.isBinary(text);
      i = tokens.isOpener(i) && tokens.hasPartner(i) ? tokens.partner(i) + 1 : i + 1;
    }
    return operators || created || !tokens.is(i - 1, ")");
  }
}
