package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What tells methods apart, read from tokens without leading modifiers and annotations.
 *
 * @param name index of its name
 * @param bodyFirst index of its <code>{</code>, or -1 where it has no body
 * @param signature erased parameter types as written, such as {@code (int,String[])}
 */
record FunctionHeader(int name, int bodyFirst, String signature) {

  /** Reads a method, or returns null where the tokens are none. */
  static @Nullable FunctionHeader read(List<Token> tokens) {
    Map<String, List<Token>> typeVariables = new HashMap<>();
    int at = 0;
    if (TokenScan.is(tokens, 0, "<")) {
      at = TokenScan.afterTypeArguments(tokens, 0);
      if (at < 0) {
        return null;
      }
      typeVariables = typeVariables(tokens.subList(1, at - 1));
    }
    int name = TokenScan.afterType(tokens, at);
    if (name < 0 || !TokenScan.isIdentifier(tokens, name) || !TokenScan.is(tokens, name + 1, "(")) {
      return null;
    }
    int afterParameters = TokenScan.afterBracket(tokens, name + 1);
    StringJoiner signature = new StringJoiner(",", "(", ")");
    for (List<Token> parameter :
        TokenScan.splitAtCommas(tokens.subList(name + 2, afterParameters - 1))) {
      String type = parameterType(parameter, typeVariables);
      if (type == null) {
        return null;
      }
      if (!type.isEmpty()) {
        signature.add(type);
      }
    }
    int body = TokenScan.nextAtDepth0(tokens, afterParameters, Set.of("{", ";"));
    return new FunctionHeader(
        name, TokenScan.is(tokens, body, "{") ? body : -1, signature.toString());
  }

  /** Returns the bound of each type variable, empty where it has none. */
  private static Map<String, List<Token>> typeVariables(List<Token> parameters) {
    Map<String, List<Token>> bounds = new HashMap<>();
    for (List<Token> parameter : TokenScan.splitAtCommas(parameters)) {
      int name = TokenScan.afterAnnotations(parameter, 0);
      if (TokenScan.isIdentifier(parameter, name)) {
        int bound = name + (TokenScan.is(parameter, name + 1, "extends") ? 2 : 1);
        int end = TokenScan.afterType(parameter, bound);
        bounds.put(parameter.get(name).text(), end < 0 ? List.of() : parameter.subList(bound, end));
      }
    }
    return bounds;
  }

  /** Returns an erased type, nothing for a receiver, or null where the tokens are no parameter. */
  private static @Nullable String parameterType(
      List<Token> parameter, Map<String, List<Token>> typeVariables) {
    int first = TokenScan.afterModifiers(parameter, 0);
    int end = TokenScan.afterType(parameter, first);
    if (end < 0) {
      return null;
    }
    int at = TokenScan.afterAnnotations(parameter, end);
    boolean variable = TokenScan.is(parameter, at, "...");
    at += variable ? 1 : 0;
    if (parameter.get(parameter.size() - 1).is("this")) {
      return "";
    }
    if (!TokenScan.isIdentifier(parameter, at)
        || TokenScan.afterDimensions(parameter, at + 1) != parameter.size()) {
      return null;
    }
    String dimensions = CanonicalText.compact(parameter.subList(at + 1, parameter.size()));
    return erase(parameter.subList(first, end), typeVariables, new HashSet<>())
        + dimensions
        + (variable ? "[]" : "");
  }

  private static String erase(
      List<Token> type, Map<String, List<Token>> typeVariables, Set<String> seen) {
    List<Token> erased = new ArrayList<>(type.size());
    int at = TokenScan.afterAnnotations(type, 0);
    while (at < type.size()) {
      if (type.get(at).is("<")) {
        at = TokenScan.afterTypeArguments(type, at);
      } else {
        erased.add(type.get(at));
        at++;
      }
      at = TokenScan.afterAnnotations(type, at);
    }
    String first = erased.get(0).text();
    List<Token> bound = TokenScan.is(erased, 1, ".") ? null : typeVariables.get(first);
    if (bound == null) {
      return CanonicalText.compact(erased);
    }
    String erasedBound =
        bound.isEmpty() || !seen.add(first) ? "Object" : erase(bound, typeVariables, seen);
    return erasedBound + CanonicalText.compact(erased.subList(1, erased.size()));
  }
}
