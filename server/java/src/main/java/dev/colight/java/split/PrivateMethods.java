package dev.colight.java.split;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds private methods whose names are declared again in what may be a subclass. They do not
 * override each other; but where types are taken apart, private members are opened to the rest of
 * the file, and then they would.
 */
final class PrivateMethods {
  private final TokenRun tokens;
  private final Headers headers;
  private final int from;
  private final int to;

  /** By name of a private method of objects: the opening braces of the types that have one. */
  private final Map<String, Set<Integer>> hidden = new HashMap<>();

  /** By name of a method: the opening braces that it is declared in. */
  private final Map<String, Set<Integer>> declared = new HashMap<>();

  /** By opening brace: the type whose body begins there. */
  private final Map<Integer, String> types = new HashMap<>();

  private PrivateMethods(TokenRun tokens, int from, int to) {
    this.tokens = tokens;
    this.headers = new Headers(tokens);
    this.from = from;
    this.to = to;
  }

  /** Tells whether there are such among some tokens. */
  static boolean areDeclaredAgain(TokenRun tokens, int from, int to) {
    PrivateMethods methods = new PrivateMethods(tokens, from, to);
    methods.read();
    return methods.hidden.entrySet().stream()
        .anyMatch(entry -> methods.isDeclaredAgain(entry.getKey(), entry.getValue()));
  }

  private void read() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = from; i < to; i++) {
      if (tokens.is(i, "{")) {
        open.push(i);
      } else if (tokens.is(i, "}")) {
        open.poll();
      } else if (!tokens.is(i - 1, ".") && headers.startsTypeDeclaration(i)) {
        noteType(i);
      } else if (!open.isEmpty()) {
        noteMethod(i, open.element());
      }
    }
  }

  private void noteType(int keyword) {
    int body = keyword;
    while (body < to && !tokens.is(body, "{")) {
      body = tokens.isPaired(body, "(") ? tokens.partner(body) + 1 : body + 1;
    }
    types.put(body, tokens.get(keyword + 1).text());
  }

  private void noteMethod(int i, int brace) {
    boolean method =
        tokens.isIdentifier(i)
            && tokens.isPaired(i + 1, "(")
            && !tokens.is(i - 1, "new")
            && !tokens.is(i - 1, ".");
    int end = method ? tokens.partner(i + 1) + 1 : -1;
    if (!method || !(tokens.is(end, "{") || tokens.is(end, "throws"))) {
      return;
    }
    String name = tokens.get(i).text();
    declared.computeIfAbsent(name, k -> new HashSet<>()).add(brace);
    int first = i;
    boolean isPrivate = false;
    boolean isStatic = false;
    while (first > brace + 1 && !endsMember(first - 1)) {
      first--;
      isPrivate |= tokens.is(first, "private");
      isStatic |= tokens.is(first, "static");
    }
    if (isPrivate && !isStatic) {
      hidden.computeIfAbsent(name, k -> new HashSet<>()).add(brace);
    }
  }

  private boolean endsMember(int i) {
    return tokens.is(i, ";") || tokens.is(i, "}") || tokens.is(i, "{");
  }

  private boolean isDeclaredAgain(String method, Set<Integer> braces) {
    Set<Integer> all = declared.getOrDefault(method, Set.of());
    return braces.stream()
        .anyMatch(
            brace -> {
              String type = types.get(brace);
              return type != null
                  && all.stream().anyMatch(other -> !other.equals(brace))
                  && mayHaveSubclasses(type);
            });
  }

  private boolean mayHaveSubclasses(String type) {
    for (int i = from; i < to; i++) {
      if (tokens.is(i, type)) {
        boolean anonymous =
            tokens.isPaired(i + 1, "(") && tokens.is(tokens.partner(i + 1) + 1, "{");
        if (anonymous || tokens.is(i - 1, "extends") || tokens.is(i - 1, ".")) {
          return true;
        }
      }
    }
    return false;
  }
}
