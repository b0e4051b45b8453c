package dev.colight.java.analysis;

import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import java.util.List;
import java.util.Set;

/**
 * Takes every name that may be free for free: for code that cannot be parsed. The compiler tells
 * which ones are.
 */
final class TokenNames {
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "++", "--");

  private TokenNames() {}

  static FreeNames of(List<Token> tokens, Scope scope) {
    FreeNames free = new FreeNames();
    for (int at = 0; at < tokens.size(); at++) {
      String before = at == 0 ? "" : tokens.get(at - 1).text();
      if (!TokenScan.isIdentifier(tokens, at) || before.equals(".") || before.equals("::")) {
        continue;
      }
      String text = tokens.get(at).text();
      String after = at + 1 == tokens.size() ? "" : tokens.get(at + 1).text();
      if (before.equals("@") || before.equals("new")) {
        free.use(Name.type(text), scope);
      } else if (after.equals("(")) {
        free.use(Name.function(text), scope);
      } else {
        free.useQualifier(text, scope);
        if (ASSIGNMENTS.contains(after) || before.equals("++") || before.equals("--")) {
          free.assign(text, scope);
        }
      }
    }
    return free;
  }
}
