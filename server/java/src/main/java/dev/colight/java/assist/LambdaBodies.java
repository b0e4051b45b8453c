package dev.colight.java.assist;

import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import dev.colight.java.split.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes code out of lambdas. The compiler does not look into one that is an argument of a call
 * which means nothing, as one does that is still to be written.
 */
final class LambdaBodies {
  private static final Set<String> HEADERS = Set.of("if", "for", "while", "switch", "try");

  /** An arrow, the brackets that are open before it, and those of which are braces. */
  private record Lambda(int arrow, int depth, int brace) {}

  private LambdaBodies() {}

  /**
   * Returns code that ends within lambdas with the body of the outermost one in place of the
   * statement that it belongs to, and its parameters as variables; null where it does not.
   */
  static @Nullable String outermost(String code) {
    List<Token> tokens = Tokenizer.tokenize(List.of(code.split("\n", -1)));
    Lambda lambda = open(tokens);
    if (lambda == null) {
      return null;
    }
    boolean constant = isConstantOfEnum(tokens, lambda);
    int start = constant ? startOfConstant(tokens, lambda) : startOfStatement(tokens, lambda);
    boolean block = lambda.arrow + 1 < tokens.size() && tokens.get(lambda.arrow + 1).is("{");
    String body = code.substring(end(code, tokens.get(lambda.arrow + (block ? 1 : 0))));
    return code.substring(0, start(code, tokens.get(start)))
        + (constant ? "; static { " : "{ ")
        + parameters(tokens, lambda.arrow)
        + body;
  }

  /** Returns the outermost lambda that is open after some tokens, or null. */
  private static @Nullable Lambda open(List<Token> tokens) {
    Deque<Integer> brackets = new ArrayDeque<>();
    List<Lambda> open = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Kind.OPERATOR) {
        continue;
      }
      int depth = brackets.size();
      switch (tokens.get(i).text()) {
        case "(", "[", "{" -> brackets.push(i);
        case ")", "]", "}" -> {
          brackets.poll();
          open.removeIf(lambda -> lambda.depth > brackets.size());
        }
        case ",", ";" -> open.removeIf(lambda -> lambda.depth == depth);
        case "->" -> {
          if (!Brackets.isSwitchArrow(tokens, i)) {
            open.add(new Lambda(i, depth, brace(tokens, brackets)));
          }
        }
        default -> {}
      }
    }
    return open.isEmpty() ? null : open.get(0);
  }

  /** Returns the innermost brace of some brackets, or -1. */
  private static int brace(List<Token> tokens, Deque<Integer> brackets) {
    return brackets.stream().filter(i -> tokens.get(i).is("{")).findFirst().orElse(-1);
  }

  private static int startOfStatement(List<Token> tokens, Lambda lambda) {
    return startAfter(tokens, lambda, (i, start) -> endsWhatIsBefore(tokens, i, start));
  }

  /** Tells of a token whether what began at another ends with it. */
  private interface Ends {
    boolean at(int index, int start);
  }

  /** Returns where what a lambda is in begins, directly within its brace. */
  private static int startAfter(List<Token> tokens, Lambda lambda, Ends ends) {
    int start = lambda.brace + 1;
    int depth = 0;
    for (int i = start; i < lambda.arrow; i++) {
      Token token = tokens.get(i);
      depth += isOpening(token) ? 1 : isClosing(token) ? -1 : 0;
      if (depth == 0 && ends.at(i, start)) {
        start = i + 1;
      }
    }
    return start;
  }

  private static boolean endsWhatIsBefore(List<Token> tokens, int index, int start) {
    return switch (tokens.get(index).text()) {
      case ";", "}", "->", "else", "do" -> true;
      case ":" -> tokens.get(start).is("case") || tokens.get(start).is("default");
      case ")" -> {
        int opening = Brackets.opening(tokens, index);
        yield opening > 0 && HEADERS.contains(tokens.get(opening - 1).text());
      }
      default -> false;
    };
  }

  /** Tells whether a lambda is in an argument of a constant, before which there are others only. */
  private static boolean isConstantOfEnum(List<Token> tokens, Lambda lambda) {
    int i = lambda.brace - 1;
    while (i > 0 && !tokens.get(i).is("enum") && !tokens.get(i).text().matches("[;{}()]")) {
      i--;
    }
    if (i < 0 || !tokens.get(i).is("enum")) {
      return false;
    }
    return startAfter(tokens, lambda, (at, start) -> tokens.get(at).is(";")) == lambda.brace + 1;
  }

  private static int startOfConstant(List<Token> tokens, Lambda lambda) {
    return startAfter(tokens, lambda, (i, start) -> tokens.get(i).is(","));
  }

  /** Returns declarations of the parameters before an arrow: objects, where no type is written. */
  private static String parameters(List<Token> tokens, int arrow) {
    if (arrow == 0 || !tokens.get(arrow - 1).is(")")) {
      return arrow == 0 ? "" : "Object " + tokens.get(arrow - 1).text() + "; ";
    }
    StringBuilder declarations = new StringBuilder();
    List<String> one = new ArrayList<>();
    int angles = 0;
    for (int i = Brackets.opening(tokens, arrow - 1) + 1; i < arrow; i++) {
      String text = tokens.get(i).text();
      angles += text.equals("<") ? 1 : text.matches(">+") ? -text.length() : 0;
      boolean last = i == arrow - 1;
      if (!last && (!text.equals(",") || angles > 0)) {
        one.add(text);
      } else if (!one.isEmpty()) {
        String name = one.get(one.size() - 1);
        boolean typed = one.size() > 1 && !one.get(one.size() - 2).equals("var");
        declarations.append(typed ? String.join(" ", one) : "Object " + name).append("; ");
        one.clear();
      }
    }
    return declarations.toString();
  }

  private static boolean isOpening(Token token) {
    return token.is("(") || token.is("[") || token.is("{");
  }

  private static boolean isClosing(Token token) {
    return token.is(")") || token.is("]") || token.is("}");
  }

  private static int start(String code, Token token) {
    return offset(code, token.range().start().line(), token.range().start().column());
  }

  private static int end(String code, Token token) {
    return offset(code, token.range().end().line(), token.range().end().column());
  }

  private static int offset(String code, int line, int column) {
    int offset = 0;
    for (int i = 0; i < line; i++) {
      offset = code.indexOf('\n', offset) + 1;
    }
    return offset + column;
  }
}
