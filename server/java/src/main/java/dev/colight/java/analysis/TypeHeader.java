package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the first tokens of type declarations. */
final class TypeHeader {
  /** A type stands by itself: who may see it, and whether it needs an outer object, is settled. */
  private static final Set<String> DROPPED = Set.of("public", "protected", "private", "static");

  private static final Set<String> KINDS = Set.of("class", "interface", "enum");
  private static final Set<String> CONTEXTUAL = Set.of("sealed", "non-sealed");

  private TypeHeader() {}

  /** Returns the index of the name of a type declaration, or -1 where the tokens are none. */
  static int nameIndex(List<Token> tokens, int from) {
    int at = TokenScan.afterModifiers(tokens, from);
    while (at < tokens.size() && CONTEXTUAL.contains(tokens.get(at).text())) {
      at = TokenScan.afterModifiers(tokens, at + 1);
    }
    if (TokenScan.is(tokens, at, "@")) {
      at++;
    }
    if (at >= tokens.size() || !TokenScan.isIdentifier(tokens, at + 1)) {
      return -1;
    }
    Token kind = tokens.get(at);
    boolean record =
        kind.is("record")
            && (TokenScan.is(tokens, at + 2, "(") || TokenScan.is(tokens, at + 2, "<"));
    return record || KINDS.contains(kind.text()) ? at + 1 : -1;
  }

  /** Returns the tokens without modifiers that mean nothing at top level. */
  static List<Token> withoutDropped(List<Token> tokens) {
    List<Token> kept = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      int next = Math.max(at + 1, TokenScan.afterAnnotations(tokens, at));
      boolean contextual = CONTEXTUAL.contains(tokens.get(at).text());
      if (KINDS.contains(tokens.get(at).text())
          || (TokenScan.isIdentifier(tokens, at) && !contextual)) {
        break;
      }
      if (!DROPPED.contains(tokens.get(at).text())) {
        kept.addAll(tokens.subList(at, next));
      }
      at = next;
    }
    kept.addAll(tokens.subList(at, tokens.size()));
    return kept;
  }
}
