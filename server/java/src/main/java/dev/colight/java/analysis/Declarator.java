package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A variable of a declaration, as if it were declared by itself.
 *
 * @param type tokens of its type, without modifiers, and without dimensions after the name
 * @param name its name
 * @param dimensions tokens of the {@code []} after its name
 * @param initializer tokens of its initialiser with the {@code =}; empty where there is none
 * @param end the {@code ,} or {@code ;} after it, as a {@code ;}
 */
record Declarator(
    List<Token> type, Token name, List<Token> dimensions, List<Token> initializer, Token end) {

  /**
   * Reads a variable declaration.
   *
   * @return none where the tokens are no declaration
   */
  static List<Declarator> read(List<Token> tokens) {
    int typeFirst = TokenScan.afterModifiers(tokens, 0);
    int typeEnd = TokenScan.afterType(tokens, typeFirst);
    if (typeEnd < 0) {
      return List.of();
    }
    List<Token> type = tokens.subList(typeFirst, typeEnd);
    List<Declarator> declarators = new ArrayList<>(1);
    int at = typeEnd;
    while (true) {
      if (!TokenScan.isIdentifier(tokens, at)) {
        return List.of();
      }
      int dimensionsEnd = TokenScan.afterDimensions(tokens, at + 1);
      int end = TokenScan.nextAtDepth0(tokens, dimensionsEnd, Set.of(",", ";"));
      List<Token> initializer = tokens.subList(dimensionsEnd, end);
      boolean valid =
          initializer.isEmpty() || (initializer.get(0).is("=") && initializer.size() > 1);
      if (!valid) {
        return List.of();
      }
      declarators.add(
          new Declarator(
              type,
              tokens.get(at),
              tokens.subList(at + 1, dimensionsEnd),
              initializer,
              endToken(tokens, end)));
      if (!TokenScan.is(tokens, end, ",")) {
        return end >= tokens.size() - 1 ? declarators : List.of();
      }
      at = end + 1;
    }
  }

  private static Token endToken(List<Token> tokens, int end) {
    if (end == tokens.size()) {
      return CanonicalText.semicolonAfter(tokens.get(end - 1));
    }
    Token written = tokens.get(end);
    return written.is(";") ? written : new Token(Token.Kind.OPERATOR, ";", written.range());
  }

  /** Tells whether the compiler finds the type out. */
  boolean inferred() {
    return type.size() == 1 && type.get(0).is("var");
  }

  /** Returns the whole type, with dimensions after the name where they belong. */
  String typeText() {
    return CanonicalText.compact(type) + CanonicalText.compact(dimensions);
  }

  /** Returns the tokens of the declaration of this variable alone. */
  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>(type);
    tokens.add(name);
    tokens.addAll(dimensions);
    tokens.addAll(initializer);
    tokens.add(end);
    return tokens;
  }

  /** Returns its shape as a statement whose first token has a number. */
  JavaCode.DeclaratorShape shape(int first) {
    int nameAt = first + type.size();
    int initializerFirst = nameAt + dimensions.size() + 2;
    int initializerLast = nameAt + dimensions.size() + initializer.size();
    boolean initialized = !initializer.isEmpty();
    return new JavaCode.DeclaratorShape(
        nameAt,
        first,
        nameAt - 1,
        (int) dimensions.stream().filter(token -> token.is("[")).count(),
        inferred(),
        initialized ? initializerFirst : -1,
        initialized ? initializerLast : -1,
        initialized && initializer.get(1).is("{"));
  }
}
