package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Tells which code is nested too deeply to be parsed, or compiled, by recursion. JavaParser runs
 * out of stack, or of time: it takes twice as long for each body within an expression within
 * another.
 */
final class Nesting {
  /** Deepest nesting of brackets, or of type arguments. */
  private static final int MAX_DEPTH = 64;

  /** Deepest nesting of brackets that a compiler is troubled with. */
  private static final int LIMIT = 500;

  /** Deepest nesting of bodies of lambdas and anonymous classes. */
  private static final int MAX_BODIES = 9;

  /** Most operators, dots included, in an expression. */
  private static final int MAX_OPERATORS = 1_000;

  private static final Set<String> ENDS_RUN = Set.of(",", ";", "{", "}");
  private static final Set<String> BRACKETS = Set.of("(", ")", "[", "]");

  private Nesting() {}

  /** Returns the bracket that is nested too deeply for a compiler, or -1. */
  static int limit(List<Token> tokens) {
    int depth = 0;
    for (int at = 0; at < tokens.size(); at++) {
      switch (tokens.get(at).text()) {
        case "(", "[", "{" -> {
          depth++;
          if (depth > LIMIT) {
            return at;
          }
        }
        case ")", "]", "}" -> depth--;
        default -> {}
      }
    }
    return -1;
  }

  /** Tells whether code is nested too deeply for JavaParser. */
  static boolean isTooDeep(List<Token> tokens) {
    Deque<Boolean> open = new ArrayDeque<>();
    int bodies = 0;
    int angles = 0;
    int operators = 0;
    boolean creation = false;
    String previous = "";
    for (Token token : tokens) {
      String text = token.text();
      if (ENDS_RUN.contains(text)) {
        operators = 0;
      } else if (token.kind() == Token.Kind.OPERATOR && !BRACKETS.contains(text)) {
        operators++;
      }
      switch (text) {
        case "(", "[", "{" -> {
          boolean body =
              text.equals("{") && (previous.equals("->") || (creation && previous.equals(")")));
          open.push(body);
          bodies += body ? 1 : 0;
          creation = creation && !text.equals("{");
        }
        case ")", "]", "}" -> {
          if (!open.isEmpty() && open.pop()) {
            bodies--;
          }
        }
        case "new" -> creation = true;
        case ";" -> creation = false;
        case "<" -> angles++;
        default -> {
          if (!TokenScan.standsInTypeArguments(token)) {
            angles = 0;
          }
        }
      }
      if (open.size() > MAX_DEPTH
          || bodies > MAX_BODIES
          || angles > MAX_DEPTH
          || operators > MAX_OPERATORS) {
        return true;
      }
      previous = text;
    }
    return false;
  }
}
