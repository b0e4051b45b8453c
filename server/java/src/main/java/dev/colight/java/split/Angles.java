package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import java.util.Arrays;

/**
 * Tells type arguments and parameters from comparisons: between their angle brackets there is
 * nothing but what types are made of. One pass finds all of them.
 */
final class Angles {
  static final int NONE = -1;

  private final TokenRun tokens;

  /** For each {@code <} that opens type arguments or parameters, the index after its partner. */
  private final int[] after;

  private final int[] open;
  private int depth;

  Angles(TokenRun tokens) {
    this.tokens = tokens;
    this.after = new int[tokens.size()];
    this.open = new int[tokens.size()];
    Arrays.fill(after, NONE);
    int i = 0;
    while (i < tokens.size()) {
      if (depth > 0 && tokens.isAnnotation(i) && tokens.isPaired(i + 2, "(")) {
        i = tokens.partner(i + 2) + 1;
      } else {
        take(i);
        i++;
      }
    }
  }

  /** Returns the index after the partner of a {@code <}, or {@link #NONE} if it is a comparison. */
  int after(int i) {
    return after[i];
  }

  private void take(int i) {
    switch (tokens.get(i).text()) {
      case "<" -> open[depth++] = i;
      case ">" -> close(i, 1);
      case ">>" -> close(i, 2);
      case ">>>" -> close(i, 3);
      case "[", "]" -> {
        if (!tokens.isDimension(i) && !tokens.isDimension(i - 1)) {
          depth = 0;
        }
      }
      case ".", ",", "?", "&", "@", "extends", "super" -> {}
      default -> {
        boolean brokenLine = i > 0 && tokens.startsLine(i) && tokens.kind(i - 1) == Kind.IDENTIFIER;
        if (tokens.kind(i) == Kind.IDENTIFIER
            ? brokenLine
            : !Words.PRIMITIVES.contains(tokens.get(i).text())) {
          depth = 0;
        }
      }
    }
  }

  /** Closes several at once; of those, only the outermost one ends where a token ends. */
  private void close(int i, int count) {
    if (depth >= count) {
      after[open[depth - count]] = i + 1;
    }
    depth = Math.max(0, depth - count);
  }
}
