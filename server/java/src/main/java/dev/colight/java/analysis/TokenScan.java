package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where brackets, types and modifiers end, by tokens alone. Indexes may be past the end. */
final class TokenScan {
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "final",
          "abstract",
          "native",
          "synchronized",
          "transient",
          "volatile",
          "strictfp",
          "default");
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "void");
  private static final Set<String> IN_TYPE_ARGUMENTS =
      Set.of(",", ".", "?", "&", "[", "]", "extends", "super");

  private TokenScan() {}

  static boolean is(List<Token> tokens, int index, String text) {
    return index < tokens.size() && tokens.get(index).is(text);
  }

  static boolean isIdentifier(List<Token> tokens, int index) {
    return index < tokens.size() && tokens.get(index).kind() == Token.Kind.IDENTIFIER;
  }

  /** Tells whether a token is a name or a keyword. */
  static boolean isWord(Token token) {
    return token.kind() == Token.Kind.IDENTIFIER || token.kind() == Token.Kind.KEYWORD;
  }

  /** Tells whether a token, angle brackets and annotations aside, can be in type arguments. */
  static boolean standsInTypeArguments(Token token) {
    return token.kind() == Token.Kind.IDENTIFIER
        || PRIMITIVES.contains(token.text())
        || IN_TYPE_ARGUMENTS.contains(token.text());
  }

  /** Returns the index after modifiers (contextual ones are left) and annotations. */
  static int afterModifiers(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size()) {
      int next = MODIFIERS.contains(tokens.get(at).text()) ? at + 1 : afterAnnotation(tokens, at);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** Returns the index after annotations, or {@code from} where there are none. */
  static int afterAnnotations(List<Token> tokens, int from) {
    int at = from;
    int next = afterAnnotation(tokens, at);
    while (next != at) {
      at = next;
      next = afterAnnotation(tokens, at);
    }
    return at;
  }

  private static int afterAnnotation(List<Token> tokens, int from) {
    if (!is(tokens, from, "@") || !isIdentifier(tokens, from + 1)) {
      return from;
    }
    int at = from + 2;
    while (is(tokens, at, ".") && isIdentifier(tokens, at + 1)) {
      at += 2;
    }
    return is(tokens, at, "(") ? afterBracket(tokens, at) : at;
  }

  /** Returns the index after the bracket that closes the one at an index; brackets must balance. */
  static int afterBracket(List<Token> tokens, int open) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      switch (tokens.get(at).text()) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> {
          depth--;
          if (depth == 0) {
            return at + 1;
          }
        }
        default -> {}
      }
    }
    return tokens.size();
  }

  /** Returns the index after type arguments or parameters, or -1 where {@code <} opens none. */
  static int afterTypeArguments(List<Token> tokens, int open) {
    int depth = 0;
    int at = open;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      switch (token.text()) {
        case "<" -> depth++;
        case ">" -> depth--;
        case ">>" -> depth -= 2;
        case ">>>" -> depth -= 3;
        case "@" -> at = Math.max(at, afterAnnotation(tokens, at) - 1);
        default -> {
          if (!standsInTypeArguments(token)) {
            return -1;
          }
        }
      }
      at++;
      if (depth <= 0) {
        return depth == 0 ? at : -1;
      }
    }
    return -1;
  }

  /** Returns the index after a type, or -1 where there is none. */
  static int afterType(List<Token> tokens, int from) {
    int at = afterAnnotations(tokens, from);
    if (at < tokens.size() && PRIMITIVES.contains(tokens.get(at).text())) {
      return afterDimensions(tokens, at + 1);
    }
    while (isIdentifier(tokens, at)) {
      at++;
      if (is(tokens, at, "<")) {
        at = afterTypeArguments(tokens, at);
        if (at < 0) {
          return -1;
        }
      }
      if (!is(tokens, at, ".")) {
        return afterDimensions(tokens, at);
      }
      at = afterAnnotations(tokens, at + 1);
    }
    return -1;
  }

  /** Returns the index after {@code []} pairs, annotated or not. */
  static int afterDimensions(List<Token> tokens, int from) {
    int at = from;
    while (true) {
      int open = afterAnnotations(tokens, at);
      if (!is(tokens, open, "[") || !is(tokens, open + 1, "]")) {
        return at;
      }
      at = open + 2;
    }
  }

  /** Returns the index of the next of some tokens outside brackets and type arguments. */
  static int nextAtDepth0(List<Token> tokens, int from, Set<String> wanted) {
    int at = from;
    while (at < tokens.size() && !wanted.contains(tokens.get(at).text())) {
      switch (tokens.get(at).text()) {
        case "(", "[", "{" -> at = afterBracket(tokens, at);
        case "<" -> at = Math.max(at + 1, afterTypeArguments(tokens, at));
        default -> at++;
      }
    }
    return at;
  }

  /** Returns the parts between commas outside brackets and type arguments; none of no tokens. */
  static List<List<Token>> splitAtCommas(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    int from = 0;
    while (from < tokens.size()) {
      int comma = nextAtDepth0(tokens, from, Set.of(","));
      parts.add(tokens.subList(from, comma));
      from = comma + 1;
    }
    return parts;
  }
}
