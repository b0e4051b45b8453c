package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import java.util.Arrays;
import java.util.List;

/** The tokens of a block with their lines and bracket pairs, for looking at by index. */
final class TokenRun {
  private static final int NONE = -1;

  private final List<Token> tokens;

  /** For each bracket that is closed or closes, the index of its partner; else {@link #NONE}. */
  private final int[] partner;

  /** For each token, the column of the first token on its line. */
  private final int[] indent;

  /** Before each token, how many are errors or brackets without a partner. */
  private final int[] bad;

  private final Angles angles;

  TokenRun(List<Token> tokens) {
    this.tokens = tokens;
    this.partner = new int[tokens.size()];
    this.indent = new int[tokens.size()];
    this.bad = new int[tokens.size() + 1];
    pair();
    for (int i = 0; i < tokens.size(); i++) {
      indent[i] = startsLine(i) ? tokens.get(i).range().start().column() : indent[i - 1];
      boolean unpaired = (isOpener(i) || isCloser(i)) && partner[i] == NONE;
      bad[i + 1] = bad[i] + (unpaired || kind(i) == Kind.ERROR ? 1 : 0);
    }
    angles = new Angles(this);
  }

  int size() {
    return tokens.size();
  }

  Token get(int i) {
    return tokens.get(i);
  }

  /** Tells whether there is a token at an index and it has that text. */
  boolean is(int i, String text) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
  }

  Kind kind(int i) {
    return tokens.get(i).kind();
  }

  boolean isIdentifier(int i) {
    return isOf(i, Kind.IDENTIFIER);
  }

  boolean isKeyword(int i) {
    return isOf(i, Kind.KEYWORD);
  }

  private boolean isOf(int i, Kind kind) {
    return i >= 0 && i < tokens.size() && kind(i) == kind;
  }

  boolean isOpener(int i) {
    return kind(i) == Kind.OPERATOR && (is(i, "(") || is(i, "[") || is(i, "{"));
  }

  boolean isCloser(int i) {
    return kind(i) == Kind.OPERATOR && (is(i, ")") || is(i, "]") || is(i, "}"));
  }

  /** Tells whether a token is a bracket of that text with a partner. */
  boolean isPaired(int i, String text) {
    return is(i, text) && partner[i] != NONE;
  }

  boolean hasPartner(int i) {
    return partner[i] != NONE;
  }

  int partner(int i) {
    return partner[i];
  }

  /** Tells whether an annotation starts at an index. */
  boolean isAnnotation(int i) {
    return is(i, "@") && isIdentifier(i + 1);
  }

  /**
   * Returns the index after the type arguments or parameters that a {@code <} opens, or {@link
   * Angles#NONE}.
   */
  int afterAngles(int i) {
    return angles.after(i);
  }

  /** Tells whether a token is an empty pair of square brackets. */
  boolean isDimension(int i) {
    return isPaired(i, "[") && partner[i] == i + 1;
  }

  /** Tells whether a token is the first on its line. */
  boolean startsLine(int i) {
    return i == 0 || tokens.get(i - 1).range().end().line() < tokens.get(i).range().start().line();
  }

  /** Tells whether a token is on the line on which the one before it ends. */
  boolean sameLine(int i) {
    return i < tokens.size() && !startsLine(i);
  }

  /** Returns the column of the first token on the line of a token. */
  int indent(int i) {
    return indent[i];
  }

  /** Tells whether among some tokens is one that cannot be right. */
  boolean hasBad(int from, int to) {
    return bad[to] > bad[from];
  }

  private void pair() {
    Arrays.fill(partner, NONE);
    int[] stack = new int[tokens.size()];
    int top = 0;
    int braces = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (isOpener(i)) {
        stack[top++] = i;
        braces += is(i, "{") ? 1 : 0;
      } else if (isCloser(i)) {
        boolean brace = is(i, "}");
        int open = brace ? (braces > 0 ? openBrace(stack, top) : NONE) : opener(stack, top, i);
        if (open != NONE) {
          partner[stack[open]] = i;
          partner[i] = stack[open];
          braces -= brace ? 1 : 0;
          top = open;
        }
      }
    }
  }

  private int openBrace(int[] stack, int top) {
    int open = top - 1;
    while (!is(stack[open], "{")) {
      open--;
    }
    return open;
  }

  /** Finds what a parenthesis or square bracket closes, across at most one that is left open. */
  private int opener(int[] stack, int top, int closer) {
    String opener = is(closer, ")") ? "(" : "[";
    if (top > 0 && is(stack[top - 1], opener)) {
      return top - 1;
    }
    return top > 1 && !is(stack[top - 1], "{") && is(stack[top - 2], opener) ? top - 2 : NONE;
  }
}
