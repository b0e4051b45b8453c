package dev.colight.java.assist;

import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Goes through tokens backwards, and closes what is open. */
final class Brackets {
  private static final Set<String> CONDITIONS = Set.of("if", "while");
  private static final Set<String> STATEMENT_ENDS = Set.of(";", "{", "}");

  private Brackets() {}

  /** Returns the index of the bracket that one at an index closes, or -1. */
  static int opening(List<Token> tokens, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0; i--) {
      if (tokens.get(i).kind() == Kind.OPERATOR) {
        String text = tokens.get(i).text();
        if (text.equals(")") || text.equals("]") || text.equals("}")) {
          depth++;
        } else if (text.equals("(") || text.equals("[") || text.equals("{")) {
          depth--;
        }
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Returns the index of the {@code <} that type arguments begin with which end at one, or -1. */
  static int openingAngle(List<Token> tokens, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0; i--) {
      String text = tokens.get(i).text();
      if (text.matches(">+")) {
        depth += text.length();
      } else if (text.equals("<")) {
        depth--;
        if (depth == 0) {
          return i;
        }
      } else if (!text.equals(",")
          && !text.equals(".")
          && !text.equals("?")
          && !text.equals("&")
          && !text.equals("[")
          && !text.equals("]")
          && tokens.get(i).kind() == Kind.OPERATOR) {
        return -1;
      }
    }
    return -1;
  }

  /** Returns the indexes of the brackets that are open after some tokens, innermost first. */
  static List<Integer> open(List<Token> tokens) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Kind.OPERATOR) {
        continue;
      }
      switch (tokens.get(i).text()) {
        case "(", "[", "{" -> open.push(i);
        case ")", "]", "}" -> open.poll();
        default -> {}
      }
    }
    return new ArrayList<>(open);
  }

  /** Returns what to write after an expression at the end of some tokens, to make it complete. */
  static String closing(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    if (hasOpenCondition(tokens, tokens.size())) {
      text.append(" : null");
    }
    for (int at : open(tokens)) {
      String before = at == 0 ? "" : tokens.get(at - 1).text();
      switch (tokens.get(at).text()) {
        case "(" -> text.append(closeParenthesis(tokens, at, before));
        case "[" -> text.append(']');
        default -> text.append(closeBrace(tokens, at, before));
      }
      if (hasOpenCondition(tokens, at)) {
        text.append(" : null");
      }
    }
    return text.append(';').toString();
  }

  private static String closeParenthesis(List<Token> tokens, int at, String before) {
    if (before.equals("for")) {
      List<Token> header = tokens.subList(at + 1, tokens.size());
      long semicolons = header.stream().filter(token -> token.is(";")).count();
      boolean each = header.stream().anyMatch(token -> token.is(":"));
      return (each ? "" : ";".repeat((int) Math.max(0, 2 - semicolons))) + ");";
    } else if (CONDITIONS.contains(before)) {
      return ");";
    }
    return switch (before) {
      case "switch" -> ") { default -> throw null; }";
      case "synchronized" -> ") {}";
      case "try" -> ") {} finally {}";
      default -> ")";
    };
  }

  private static String closeBrace(List<Token> tokens, int at, String before) {
    if (isArray(tokens, at)) {
      return "}";
    }
    return switch (before) {
      case "->" -> isSwitchArrow(tokens, at - 1) ? "; }" : "; throw null; }";
      case "try" -> "; } finally {}";
      case "do" -> "; } while (true);";
      default -> "; }";
    };
  }

  /** A lambda's arrow follows a name or parameters; that of a case follows what that begins. */
  static boolean isSwitchArrow(List<Token> tokens, int arrow) {
    for (int i = arrow - 1; i >= 0; i--) {
      String text = tokens.get(i).text();
      if (text.equals("case") || text.equals("default")) {
        return true;
      } else if (STATEMENT_ENDS.contains(text) || text.equals("(") || text.equals("=")) {
        return false;
      } else if (text.equals(")")) {
        i = Math.max(0, opening(tokens, i));
      }
    }
    return false;
  }

  private static boolean isArray(List<Token> tokens, int brace) {
    if (brace == 0) {
      return false;
    }
    String before = tokens.get(brace - 1).text();
    if (before.equals("=") || before.equals("]")) {
      return true;
    }
    if (!before.equals(",") && !before.equals("{")) {
      return false;
    }
    List<Integer> around = open(tokens.subList(0, brace));
    return !around.isEmpty() && tokens.get(around.get(0)).is("{") && isArray(tokens, around.get(0));
  }

  /** Tells whether a {@code ?} before an index, within its brackets, has no {@code :} yet. */
  private static boolean hasOpenCondition(List<Token> tokens, int end) {
    int colons = 0;
    for (int i = end - 1; i >= 0; i--) {
      String text = tokens.get(i).text();
      switch (text) {
        case ")", "]", "}" -> i = opening(tokens, i);
        case ":" -> colons++;
        case "?" -> {
          boolean wildcard = i > 0 && (tokens.get(i - 1).is("<") || tokens.get(i - 1).is(","));
          if (!wildcard && colons == 0) {
            return true;
          }
          colons -= wildcard ? 0 : 1;
        }
        case "(", "[", "{", ";", ",", "->" -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }
}
