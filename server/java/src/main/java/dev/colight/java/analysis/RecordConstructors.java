package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the constructors of a record public that do not say who may use them: a record is public
 * once it is compiled by itself, and its canonical constructor must be so, too.
 */
final class RecordConstructors {
  private RecordConstructors() {}

  static List<Token> opened(List<Token> tokens) {
    int name = TypeHeader.nameIndex(tokens, 0);
    if (name < 1 || !tokens.get(name - 1).is("record")) {
      return tokens;
    }
    List<Token> opened = new ArrayList<>(tokens.size() + 1);
    int depth = 0;
    int constructor = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i == constructor) {
        opened.add(new Token(Token.Kind.KEYWORD, "public", token.range()));
      }
      opened.add(token);
      switch (token.text()) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> depth--;
        default -> {}
      }
      boolean memberNext =
          depth == 1 && (token.is("{") || token.is("}") || token.is(";")) && i > name;
      if (memberNext) {
        constructor = constructorAt(tokens, i + 1, tokens.get(name));
      }
    }
    return opened;
  }

  /**
   * Returns where the modifiers of a constructor belong that starts there; -1 for other members.
   */
  private static int constructorAt(List<Token> tokens, int from, Token name) {
    int modifiers = TokenScan.afterAnnotations(tokens, from);
    int at =
        TokenScan.is(tokens, modifiers, "<")
            ? TokenScan.afterTypeArguments(tokens, modifiers)
            : modifiers;
    return at > 0
            && TokenScan.is(tokens, at, name.text())
            && (TokenScan.is(tokens, at + 1, "{") || TokenScan.is(tokens, at + 1, "("))
        ? modifiers
        : -1;
  }
}
