package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import java.util.Arrays;
import java.util.Set;

/**
 * The spaces between the tokens of a line, as Java is usually written. Where a token may be one of
 * two things, what is written stays.
 */
final class Spacing {
  /** At most one space, and none where there is none. */
  static final int AS_WRITTEN = -1;

  private static final Set<String> BINARY =
      Set.of(
          "=", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "&=", "|=", "^=", "%=", "<<=", ">>=",
          ">>>=", "&&", "||", "|", "^", "%", "*", "/", "+", "-", "->", "&", "?");

  private static final Set<String> PREFIXES = Set.of("+", "-", "++", "--", "!", "~");

  private static final Set<String> VALUES =
      Set.of("this", "super", "true", "false", "null", "class");

  private static final Set<String> BEFORE_PARENTHESES = Set.of("yield", "when");

  private final TokenRun tokens;

  /** For each token between angle brackets, the index of the outermost {@code <}; else NONE. */
  private final int[] angles;

  Spacing(TokenRun tokens) {
    this.tokens = tokens;
    this.angles = new int[tokens.size()];
    Arrays.fill(angles, Angles.NONE);
    for (int i = 0; i < tokens.size(); i++) {
      int after = tokens.afterAngles(i);
      for (int inside = i; inside < after && angles[inside] == Angles.NONE; inside++) {
        angles[inside] = i;
      }
    }
  }

  /** Tells whether a token closes type arguments or parameters. */
  boolean closesAngles(int i) {
    return angles[i] != Angles.NONE
        && (tokens.is(i, ">") || tokens.is(i, ">>") || tokens.is(i, ">>>"));
  }

  /** Tells whether a brace holds values rather than code. */
  boolean holdsValues(int brace) {
    return tokens.is(brace - 1, "=")
        || tokens.is(brace - 1, "]")
        || tokens.is(brace - 1, "(")
        || tokens.is(brace - 1, ",")
        || (tokens.is(brace - 1, "{") && holdsValues(brace - 1));
  }

  /** Returns how many spaces stand before a token that is not the first one. */
  int before(int i) {
    int before = i - 1;
    if (tokens.is(i, ";") || tokens.is(i, ",")) {
      return 0;
    } else if (tokens.is(before, ",")) {
      return tokens.isCloser(i) ? AS_WRITTEN : 1;
    } else if (tokens.is(before, "(")
        || tokens.is(before, "[")
        || tokens.is(i, ")")
        || tokens.is(i, "]")
        || tokens.is(before, "@")) {
      return 0;
    } else if (tokens.is(before, ";")) {
      return 1;
    } else if (isOf(i, ".", "::", "...") || isOf(before, ".", "::")) {
      return tokens.kind(before) == Kind.NUMBER ? AS_WRITTEN : 0;
    } else if (angles[i] != Angles.NONE || angles[before] != Angles.NONE) {
      return atAngle(i);
    }
    return isBrace(i) || isBrace(before) ? atBrace(i) : atOperator(i);
  }

  private int atAngle(int i) {
    int before = i - 1;
    boolean opens = tokens.is(i, "<");
    if (closesAngles(i) || tokens.is(before, "<")) {
      return 0;
    } else if (opens) {
      return tokens.isIdentifier(before) ? 0 : 1;
    } else if (closesAngles(before) && angles[i] == Angles.NONE) {
      int opener = angles[before];
      boolean ofCall = opener > 0 && isOf(opener - 1, ".", "::");
      return ofCall || isOf(i, "(", "[") ? 0 : 1;
    } else if (tokens.is(i, "[") || tokens.is(i, "(")) {
      return 0;
    }
    return 1;
  }

  private boolean isBrace(int i) {
    return tokens.is(i, "{") || tokens.is(i, "}");
  }

  private int atBrace(int i) {
    int before = i - 1;
    if (tokens.is(before, "{")) {
      return tokens.is(i, "}") ? 0 : tokens.is(i, "{") || holdsValues(before) ? AS_WRITTEN : 1;
    } else if (tokens.is(i, "}")) {
      int opener = tokens.partner(i);
      boolean doubled = tokens.is(before, "}") && tokens.partner(before) == opener + 1;
      return doubled || (opener >= 0 && holdsValues(opener)) ? AS_WRITTEN : 1;
    }
    return tokens.is(before, "}") && isOf(i, "(", "[", "++", "--") ? AS_WRITTEN : 1;
  }

  private int atOperator(int i) {
    int before = i - 1;
    if (isPrefix(before)) {
      // Two of a kind would become another token.
      boolean joins = tokens.get(before).text().charAt(0) == tokens.get(i).text().charAt(0);
      return joins ? AS_WRITTEN : 0;
    } else if (isOf(i, "++", "--") && !isPrefix(i)) {
      return 0;
    } else if (isPrefix(i)) {
      return tokens.is(before, ")") ? AS_WRITTEN : 1;
    } else if (tokens.is(i, ":")) {
      return isBetween(i) ? 1 : AS_WRITTEN;
    } else if (isAngle(i) || isAngle(before)) {
      return isComparison(isAngle(i) ? i : before) ? 1 : AS_WRITTEN;
    } else if (isOperator(i) || isOperator(before) || tokens.is(before, ":")) {
      return 1;
    }
    return atWord(i);
  }

  private boolean isAngle(int i) {
    return isOf(i, "<", ">", "<<", ">>", ">>>");
  }

  /** Tells whether a number is beside an angle, so that it compares or shifts. */
  private boolean isComparison(int angle) {
    return (angle > 0 && tokens.kind(angle - 1) == Kind.NUMBER)
        || (angle + 1 < tokens.size() && tokens.kind(angle + 1) == Kind.NUMBER);
  }

  /** Tells a colon of {@code ? :} or of a loop from that of a label. */
  private boolean isBetween(int colon) {
    for (int i = colon - 1; i >= 0 && !tokens.is(i, ";") && !isBrace(i); i--) {
      if (tokens.isCloser(i)) {
        i = tokens.partner(i);
      } else if (tokens.isOpener(i) || (tokens.is(i, "?") && angles[i] == Angles.NONE)) {
        return tokens.is(i, "?") || tokens.is(i, "(");
      }
    }
    return false;
  }

  private int atWord(int i) {
    int before = i - 1;
    String text = tokens.get(before).text();
    if (tokens.is(i, "(")) {
      if (tokens.isIdentifier(before)) {
        return BEFORE_PARENTHESES.contains(text) ? AS_WRITTEN : 0;
      }
      boolean word = tokens.isKeyword(before) && !Words.PRIMITIVES.contains(text);
      return !word ? AS_WRITTEN : VALUES.contains(text) ? 0 : 1;
    } else if (tokens.is(i, "[")) {
      boolean array = tokens.isIdentifier(before) || Words.PRIMITIVES.contains(text);
      return array || isOf(before, "]", ")") ? 0 : AS_WRITTEN;
    } else if (tokens.is(i, "@")) {
      return 1;
    }
    boolean follows = isWord(before) || isOf(before, ")", "]", "...");
    return follows && isWord(i) ? 1 : AS_WRITTEN;
  }

  private boolean isOperator(int i) {
    return tokens.kind(i) == Kind.OPERATOR && BINARY.contains(tokens.get(i).text());
  }

  private boolean isWord(int i) {
    Kind kind = tokens.kind(i);
    return kind != Kind.OPERATOR && kind != Kind.ERROR;
  }

  /** Tells whether an operator stands before its only operand. */
  private boolean isPrefix(int i) {
    if (tokens.kind(i) != Kind.OPERATOR || !PREFIXES.contains(tokens.get(i).text())) {
      return false;
    } else if (i == 0 || isOf(i, "!", "~")) {
      return true;
    }
    boolean startsStatement = isOf(i, "++", "--") && tokens.startsLine(i);
    return startsStatement || !endsOperand(i - 1);
  }

  private boolean endsOperand(int i) {
    return switch (tokens.kind(i)) {
      case IDENTIFIER, NUMBER, CHARACTER, STRING, TEXT_BLOCK -> true;
      case KEYWORD -> VALUES.contains(tokens.get(i).text());
      case OPERATOR ->
          isOf(i, "]", "}")
              || (tokens.is(i, ")") && !isCast(i))
              || (isOf(i, "++", "--") && !isPrefix(i));
      case COMMENT, ERROR -> false;
    };
  }

  /** Before a sign, only a cast to a primitive type can stand. */
  private boolean isCast(int closer) {
    int opener = tokens.partner(closer);
    return opener >= 0
        && closer == opener + 2
        && Words.PRIMITIVES.contains(tokens.get(opener + 1).text())
        && !tokens.isIdentifier(opener - 1);
  }

  private boolean isOf(int i, String... texts) {
    for (String text : texts) {
      if (tokens.is(i, text)) {
        return true;
      }
    }
    return false;
  }
}
