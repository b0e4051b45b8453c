package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Opens the private members of a type to the code around it. In a program, that may use them; but
 * in a document it is compiled by itself. A private method cannot be overridden, so it becomes
 * final.
 */
final class PrivateMembers {
  private static final Set<String> MODIFIERS =
      Set.of("static", "final", "abstract", "synchronized", "native", "strictfp");

  private PrivateMembers() {}

  static List<Token> opened(List<Token> tokens) {
    if (tokens.stream().noneMatch(token -> token.is("private"))) {
      return tokens;
    }
    List<Token> opened = new ArrayList<>(tokens.size());
    Deque<Boolean> inInterface = new ArrayDeque<>();
    boolean interfaceNext = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.text()) {
        case "interface" -> interfaceNext = true;
        case "class", "enum", ";" -> interfaceNext = false;
        case "{" -> {
          inInterface.push(interfaceNext);
          interfaceNext = false;
        }
        case "}" -> inInterface.poll();
        default -> {}
      }
      if (!token.is("private")) {
        opened.add(token);
      } else if (isInstanceMethod(tokens, i + 1)) {
        String instead = Boolean.TRUE.equals(inInterface.peek()) ? "default" : "final";
        opened.add(new Token(Token.Kind.KEYWORD, instead, token.range()));
      }
    }
    return opened;
  }

  private static boolean isInstanceMethod(List<Token> tokens, int from) {
    int at = from;
    boolean plain = true;
    while (at < tokens.size() && MODIFIERS.contains(tokens.get(at).text())) {
      plain &= !tokens.get(at).is("static") && !tokens.get(at).is("final");
      at++;
    }
    if (TokenScan.is(tokens, at, "<")) {
      at = Math.max(at, TokenScan.afterTypeArguments(tokens, at));
    }
    int name = TokenScan.afterType(tokens, at);
    return plain
        && name > 0
        && TokenScan.isIdentifier(tokens, name)
        && TokenScan.is(tokens, name + 1, "(");
  }
}
