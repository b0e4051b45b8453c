package dev.colight.java.analysis;

import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import java.util.List;
import java.util.Set;

/** Guesses what broken code would define, by its first tokens. */
final class SeemingNames {
  private SeemingNames() {}

  static Set<Name> of(List<Token> tokens) {
    int start = TokenScan.afterModifiers(tokens, 0);
    int type = TypeHeader.nameIndex(tokens, start);
    if (type >= 0) {
      return Set.of(Name.type(tokens.get(type).text()));
    }
    if (TokenScan.is(tokens, start, "<")) {
      start = TokenScan.afterTypeArguments(tokens, start);
    }
    int name = start < 0 ? -1 : TokenScan.afterType(tokens, start);
    if (name < 0 || !TokenScan.isIdentifier(tokens, name)) {
      return Set.of();
    }
    String text = tokens.get(name).text();
    if (TokenScan.is(tokens, name + 1, "(")) {
      return Set.of(Name.function(text));
    }
    boolean variable =
        name + 1 == tokens.size()
            || Set.of("=", ";", ",", "[").contains(tokens.get(name + 1).text());
    return variable ? Set.of(Name.value(text)) : Set.of();
  }
}
