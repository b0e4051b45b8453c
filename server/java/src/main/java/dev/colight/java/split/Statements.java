package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import java.util.List;
import java.util.Set;

/** Where in the tokens of a block statements, members and the like begin. */
final class Statements {
  static final int NONE = -1;

  private static final Set<String> GO_ON =
      Set.of(".", "::", ",", ";", "?", ":", "=", "==", "!=", "&&", "||", "+", "-", "*", "/", "->");

  private final TokenRun tokens;
  private final Spacing spacing;

  /** For each token, the innermost bracket around it. */
  private final int[] around;

  private final boolean[] start;

  Statements(List<Token> plain, TokenRun tokens, Spacing spacing) {
    this.tokens = tokens;
    this.spacing = spacing;
    this.around = new int[tokens.size() + 1];
    this.start = new boolean[tokens.size() + 1];
    nest();
    for (Snippet snippet : SnippetSplitter.split(plain)) {
      start[snippet.firstToken()] = true;
    }
    for (int i = 0; i < tokens.size(); i++) {
      start[i] |= around[i] != NONE && startsInside(i);
      if (start[i] && tokens.isAnnotation(i)) {
        start[afterAnnotation(i)] = true;
      }
    }
  }

  private void nest() {
    int open = NONE;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isCloser(i)) {
        open = around[tokens.partner(i)];
      }
      around[i] = open;
      if (tokens.isOpener(i)) {
        open = i;
      }
    }
    around[tokens.size()] = NONE;
  }

  /** Returns the innermost bracket that is open before a token, for a closing one its partner. */
  int around(int i) {
    return i < tokens.size() && tokens.isCloser(i) ? tokens.partner(i) : around[i];
  }

  boolean startsAt(int i) {
    return start[i];
  }

  /** Returns what the statement of a token begins with, or the bracket before it in that. */
  int startOf(int i) {
    int at = i;
    while (at > 0 && !start[at] && at != around[i]) {
      at--;
      if (at >= 0 && tokens.isCloser(at)) {
        at = tokens.partner(at);
      }
    }
    return at;
  }

  /** Tells whether a brace holds the cases of a {@code switch}. */
  boolean isSwitch(int brace) {
    return tokens.is(brace - 1, ")") && tokens.is(tokens.partner(brace - 1) - 1, "switch");
  }

  private boolean startsInside(int i) {
    int brace = around[i];
    if (!tokens.is(brace, "{") || tokens.isCloser(i)) {
      return false;
    }
    int before = i - 1;
    if (before == brace || tokens.is(before, ";")) {
      return true;
    } else if (tokens.is(before, "}")) {
      return tokens.kind(i) != Kind.OPERATOR || !GO_ON.contains(tokens.get(i).text());
    } else if (tokens.is(before, ",")) {
      return spacing.holdsValues(brace) || isEnum(brace);
    }
    return tokens.is(before, ":") && isSwitch(brace) && isCase(startOf(before));
  }

  private boolean isCase(int i) {
    return tokens.is(i, "case") || tokens.is(i, "default");
  }

  private boolean isEnum(int brace) {
    for (int i = brace - 1; i >= 0 && !tokens.is(i, ";") && !isBrace(i); i--) {
      if (tokens.is(i, "enum")) {
        return true;
      }
    }
    return false;
  }

  private boolean isBrace(int i) {
    return tokens.is(i, "{") || tokens.is(i, "}");
  }

  private int afterAnnotation(int at) {
    int i = at + 2;
    while (tokens.is(i, ".")) {
      i += 2;
    }
    i = tokens.isPaired(i, "(") ? tokens.partner(i) + 1 : i;
    return Math.min(i, tokens.size());
  }
}
