package dev.colight.java.assist;

import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a dot.
 *
 * @param first index of its first token
 * @param tokens what it is made of
 */
record Receiver(int first, List<Token> tokens) {
  /** Reads what ends at an index; null where that is no expression and no name. */
  static @Nullable Receiver endingAt(List<Token> tokens, int last) {
    int first = start(tokens, last);
    return first < 0 ? null : new Receiver(first, tokens.subList(first, last + 1));
  }

  private static int start(List<Token> tokens, int last) {
    int i = last;
    while (i >= 0) {
      Token token = tokens.get(i);
      if (token.is("]")) {
        i = Brackets.opening(tokens, i) - 1;
        continue;
      } else if (token.is("}")) {
        i = Brackets.opening(tokens, i) - 1;
        if (i < 0 || !(tokens.get(i).is(")") || tokens.get(i).is("]"))) {
          return -1;
        }
        continue;
      } else if (token.is(")")) {
        int open = Brackets.opening(tokens, i);
        int name = open - 1;
        if (name >= 0 && tokens.get(name).text().matches(">+")) {
          name = Brackets.openingAngle(tokens, name) - 1;
        }
        if (open < 0) {
          return -1;
        } else if (name < 0 || !isName(tokens.get(name))) {
          return open;
        }
        i = name;
      } else if (token.text().matches(">+") && token.kind() == Kind.OPERATOR) {
        i = Brackets.openingAngle(tokens, i) - 1;
        continue;
      } else if (!isName(token) && !isLiteral(token) && !isNewArray(tokens, i)) {
        return -1;
      }
      if (i >= 1 && tokens.get(i - 1).is("new")) {
        return i - 1;
      }
      if (i >= 1 && tokens.get(i - 1).text().matches(">+")) {
        int angle = Brackets.openingAngle(tokens, i - 1);
        if (angle >= 1 && tokens.get(angle - 1).is(".")) {
          i = angle;
        }
      }
      if (i < 2 || !tokens.get(i - 1).is(".")) {
        return i;
      }
      i -= 2;
    }
    return -1;
  }

  private static boolean isName(Token token) {
    return token.kind() == Kind.IDENTIFIER
        || token.is("this")
        || token.is("super")
        || token.is("class");
  }

  private static boolean isNewArray(List<Token> tokens, int type) {
    return Context.isPrimitive(tokens.get(type)) && type >= 1 && tokens.get(type - 1).is("new");
  }

  private static boolean isLiteral(Token token) {
    return switch (token.kind()) {
      case STRING, TEXT_BLOCK, NUMBER, CHARACTER -> true;
      default -> token.is("true") || token.is("false") || token.is("null");
    };
  }

  /** Returns the code, on as many lines as its text blocks need. */
  String code() {
    return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
  }

  /** Tells whether this is nothing but names and dots, so that it may name a type or package. */
  boolean isDotted() {
    return tokens.stream().allMatch(token -> token.is(".") || token.kind() == Kind.IDENTIFIER);
  }

  /** Returns what is to be made an object of, or null where this is no {@code new} with a name. */
  @Nullable Receiver made() {
    Receiver type = new Receiver(first, tokens.subList(1, tokens.size()));
    return tokens.get(0).is("new") && type.isDotted() ? type : null;
  }

  /** Returns the names with the dots, without white space. */
  String dotted() {
    return tokens.stream().map(Token::text).collect(Collectors.joining());
  }

  boolean isSuper() {
    return tokens.get(tokens.size() - 1).is("super");
  }

  /** Tells whether the last name looks like that of a type. */
  boolean looksLikeType() {
    String last = tokens.get(tokens.size() - 1).text();
    return isDotted() && Character.isUpperCase(last.charAt(0));
  }
}
