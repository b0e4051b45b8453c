package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import java.util.Set;

/** Recognises what declarations start with: modifiers, annotations, types. */
final class Headers {
  static final int NONE = Angles.NONE;

  private static final Set<String> HEADER_OPERATORS =
      Set.of("<", ">", ">>", ">>>", ",", ".", "?", "&", "@", "[", "]");

  /** How many names with dots between them are looked at; more make no type. */
  private static final int MOST_NAMES = 100;

  private final TokenRun tokens;

  Headers(TokenRun tokens) {
    this.tokens = tokens;
  }

  /** Returns the index after modifiers and annotations. */
  int skipModifiers(int from) {
    int i = from;
    while (i < tokens.size()) {
      if (tokens.isAnnotation(i)) {
        i = skipAnnotation(i);
      } else if (isModifier(i)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /** Tells whether a type declaration starts at an index, modifiers left out. */
  boolean startsTypeDeclaration(int i) {
    if (tokens.is(i, "record")) {
      return tokens.isIdentifier(i + 1)
          && tokens.sameLine(i + 1)
          && (tokens.is(i + 2, "(") || tokens.is(i + 2, "<"));
    }
    return tokens.is(i, "class")
        || tokens.is(i, "interface")
        || tokens.is(i, "enum")
        || (tokens.is(i, "@") && tokens.is(i + 1, "interface"));
  }

  /** Returns the index after a type, or {@link #NONE} where there is none. */
  int skipType(int from) {
    int i = skipAnnotations(from);
    if (tokens.isKeyword(i) && Words.PRIMITIVES.contains(tokens.get(i).text())) {
      return skipDimensions(i + 1);
    }
    for (int names = 0; names < MOST_NAMES && tokens.isIdentifier(i); names++) {
      i++;
      if (tokens.is(i, "<") && tokens.sameLine(i)) {
        i = tokens.afterAngles(i);
        if (i == NONE) {
          return NONE;
        }
      }
      if (!tokens.is(i, ".")) {
        return skipDimensions(i);
      }
      if (!tokens.sameLine(i + 1)) {
        return NONE;
      }
      i = skipAnnotations(i + 1);
    }
    return NONE;
  }

  /** Tells whether a type and then a name on the same line start at an index. */
  boolean startsVariableOrMethod(int i) {
    int name = skipType(i);
    return name != NONE && tokens.isIdentifier(name) && tokens.sameLine(name);
  }

  /** Returns the index after types with commas between them. */
  int skipTypes(int from) {
    int i = from;
    while (true) {
      int end = skipType(i);
      if (end == NONE) {
        return i;
      }
      if (!tokens.is(end, ",")) {
        return end;
      }
      i = end + 1;
    }
  }

  /**
   * Returns the index after what may stand between the keyword of a type declaration and its body.
   */
  int skipTypeHeader(int keyword) {
    int i = keyword + (tokens.is(keyword, "@") ? 2 : 1);
    while (i < tokens.size() && isPartOfTypeHeader(i)) {
      i = tokens.is(i, "(") ? tokens.partner(i) + 1 : i + 1;
    }
    return i;
  }

  private boolean isPartOfTypeHeader(int i) {
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case IDENTIFIER ->
          token.is("permits") || !tokens.startsLine(i) || tokens.kind(i - 1) != Kind.IDENTIFIER;
      case KEYWORD ->
          token.is("extends")
              || token.is("implements")
              || token.is("super")
              || (Words.PRIMITIVES.contains(token.text())
                  && tokens.isDimension(i + 1)
                  && !tokens.startsLine(i));
      case OPERATOR ->
          token.is("(") ? tokens.hasPartner(i) : HEADER_OPERATORS.contains(token.text());
      default -> false;
    };
  }

  /** Returns the index after pairs of empty square brackets. */
  int skipDimensions(int from) {
    int i = from;
    while (true) {
      int bracket = skipAnnotations(i);
      if (bracket >= tokens.size() || !tokens.isDimension(bracket)) {
        return i;
      }
      i = bracket + 2;
    }
  }

  private int skipAnnotations(int from) {
    int i = from;
    while (tokens.isAnnotation(i)) {
      i = skipAnnotation(i);
    }
    return i;
  }

  private int skipAnnotation(int from) {
    int i = from + 2;
    while (tokens.is(i, ".") && tokens.isIdentifier(i + 1)) {
      i += 2;
    }
    return tokens.isPaired(i, "(") && tokens.sameLine(i) ? tokens.partner(i) + 1 : i;
  }

  private boolean isModifier(int i) {
    if (tokens.isKeyword(i)) {
      return Words.MODIFIERS.contains(tokens.get(i).text())
          && !(tokens.is(i, "synchronized") && tokens.is(i + 1, "("))
          && !(tokens.is(i, "default") && (tokens.is(i + 1, ":") || tokens.is(i + 1, "->")));
    }
    return tokens.is(i, "non-sealed") || (tokens.is(i, "sealed") && modifiesType(i + 1));
  }

  private boolean modifiesType(int i) {
    return tokens.is(i, "@")
        || startsTypeDeclaration(i)
        || (tokens.isKeyword(i) && Words.MODIFIERS.contains(tokens.get(i).text()));
  }
}
