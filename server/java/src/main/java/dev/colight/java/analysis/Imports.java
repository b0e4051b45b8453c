package dev.colight.java.analysis;

import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads imports. */
final class Imports {
  private Imports() {}

  /** Reads an import, its {@code ;} there or not; returns null where the tokens are none. */
  static @Nullable ImportUnit read(List<Token> tokens) {
    int end = tokens.size();
    if (end > 0 && tokens.get(end - 1).is(";")) {
      end--;
    }
    boolean module =
        TokenScan.is(tokens, 1, "module") && TokenScan.isIdentifier(tokens, 2) && end > 2;
    boolean member = TokenScan.is(tokens, 1, "static");
    int first = module || member ? 2 : 1;
    if (!TokenScan.is(tokens, 0, "import") || !isPath(tokens.subList(Math.min(first, end), end))) {
      return null;
    }
    StringBuilder text = new StringBuilder(module ? "module " : member ? "static " : "");
    tokens.subList(first, end).forEach(token -> text.append(token.text()));
    JavaCode code = new JavaCode(List.copyOf(tokens), new JavaCode.Plain());
    return new ImportUnit(text.toString(), names(tokens.get(end - 1), module, member), code);
  }

  private static boolean isPath(List<Token> tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      boolean last = at == tokens.size() - 1;
      boolean valid =
          at % 2 == 1
              ? tokens.get(at).is(".")
              : TokenScan.isIdentifier(tokens, at) || (last && at > 0 && tokens.get(at).is("*"));
      if (!valid) {
        return false;
      }
    }
    return tokens.size() % 2 == 1;
  }

  private static Set<Name> names(Token last, boolean module, boolean member) {
    String text = last.text();
    if (module || text.equals("*")) {
      return Set.of();
    }
    return member
        ? Set.of(Name.type(text), Name.function(text), Name.value(text))
        : Set.of(Name.type(text));
  }
}
