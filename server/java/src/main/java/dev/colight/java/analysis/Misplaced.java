package dev.colight.java.analysis;

import dev.colight.document.Role;
import dev.colight.java.split.Snippet;
import dev.colight.java.split.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what cannot stand where it does: a program is no script. */
final class Misplaced {
  private Misplaced() {}

  /** Returns what is wrong with a snippet in a block of a role, or null. */
  static @Nullable String message(Role role, Snippet.Kind kind, List<Token> tokens) {
    return switch (role) {
      case MEMBERS, BESIDE -> amongMembers(kind, tokens);
      case BODY -> inBody(kind, tokens);
      default -> null;
    };
  }

  private static @Nullable String amongMembers(Snippet.Kind kind, List<Token> tokens) {
    boolean statement =
        kind == Snippet.Kind.EXPRESSION
            || kind == Snippet.Kind.RETURN
            || (kind == Snippet.Kind.STATEMENT
                && !TokenScan.is(tokens, TokenScan.afterModifiers(tokens, 0), "{"));
    return statement ? "a statement stands in a method, such as `main`" : null;
  }

  private static @Nullable String inBody(Snippet.Kind kind, List<Token> tokens) {
    return switch (kind) {
      case IMPORT, PACKAGE -> "this stands at the top of the file";
      case METHOD -> "a method cannot stand within another one, `main`";
      case RETURN -> tokens.size() > 1 && !tokens.get(1).is(";") ? "`main` returns no value" : null;
      default -> null;
    };
  }
}
