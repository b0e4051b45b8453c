package dev.colight.java.analysis;

import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the first tokens of type declarations. */
final class TypeHeader {
  /** A type stands by itself: who may see it, and whether it needs an outer object, is settled. */
  private static final Set<String> DROPPED = Set.of("public", "protected", "private", "static");

  private static final Set<String> KINDS = Set.of("class", "interface", "enum");
  private static final Set<String> CONTEXTUAL = Set.of("sealed", "non-sealed");

  private static final Set<String> LISTS = Set.of("extends", "implements", "permits", "{");

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

  /** Returns the simple names that stand for the types that a type extends or implements. */
  static Set<Name> supertypes(List<Token> tokens, int name) {
    Set<Name> supertypes = new TreeSet<>();
    int at = TokenScan.nextAtDepth0(tokens, name + 1, LISTS);
    while (at < tokens.size() && !tokens.get(at).is("{")) {
      int end = TokenScan.nextAtDepth0(tokens, at + 1, LISTS);
      boolean lists = !tokens.get(at).is("permits");
      for (List<Token> type : TokenScan.splitAtCommas(tokens.subList(at + 1, end))) {
        int first = TokenScan.afterAnnotations(type, 0);
        if (lists && TokenScan.isIdentifier(type, first) && !TokenScan.is(type, first + 1, ".")) {
          supertypes.add(Name.type(type.get(first).text()));
        }
      }
      at = end;
    }
    return Collections.unmodifiableSet(supertypes);
  }

  /** Tells whether a type is sealed and does not say what it permits. */
  static boolean isOpen(List<Token> tokens, int name) {
    return tokens.subList(0, name).stream().anyMatch(token -> token.is("sealed"))
        && tokens.subList(name, bodyIndex(tokens, name)).stream()
            .noneMatch(token -> token.is("permits"));
  }

  /** Returns the index of the bracket that opens the body of a type. */
  static int bodyIndex(List<Token> tokens, int name) {
    return TokenScan.nextAtDepth0(tokens, name + 1, Set.of("{"));
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
