package dev.colight.java.assist;

import dev.colight.graph.FunctionUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.compile.Member;
import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes declarations as people do, on one line. */
final class Pretty {
  private Pretty() {}

  /** Returns the text of a type whose tokens stand on lines of their own. */
  static String type(String canonical) {
    return join(Arrays.asList(canonical.split("\n")));
  }

  private static String join(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (String token : tokens) {
      boolean words = isWord(last) && isWord(token);
      boolean apart =
          last.equals(",")
              || token.equals("&")
              || last.equals("&")
              || (isWord(token) && (last.endsWith(">") || last.equals("]") || last.equals("?")));
      text.append(words || apart || (last.equals("...") && isWord(token)) ? " " : "").append(token);
      last = token;
    }
    return text.toString();
  }

  private static boolean isWord(String token) {
    return !token.isEmpty() && Character.isJavaIdentifierPart(token.charAt(0));
  }

  /** Returns the parameters of a method of the document. */
  static List<Member.Parameter> parameters(FunctionUnit unit) {
    JavaCode code = (JavaCode) unit.code();
    JavaCode.FunctionShape shape = (JavaCode.FunctionShape) code.shape();
    return parameters(code.tokens(), shape.name(), shape.headerLast());
  }

  /** Returns the parameters of a method whose name and last token before the body are known. */
  static List<Member.Parameter> parameters(List<Token> tokens, int name, int last) {
    List<Member.Parameter> result = new ArrayList<>();
    List<String> current = new ArrayList<>();
    int depth = 0;
    for (int i = name + 1; i <= last; i++) {
      Token token = tokens.get(i);
      boolean opens = token.is("(") || token.is("<");
      boolean ends = depth == 1 && (token.is(",") || token.is(")"));
      if (ends && !current.isEmpty()) {
        result.add(parameter(current));
        current.clear();
      } else if (!ends && depth > 0) {
        current.add(token.text());
      }
      depth += opens ? 1 : 0;
      if (token.is(")") && depth == 1) {
        break;
      }
      depth -= token.is(")") ? 1 : token.text().matches(">+") ? token.text().length() : 0;
    }
    return result;
  }

  private static Member.Parameter parameter(List<String> tokens) {
    List<String> type = new ArrayList<>(tokens);
    type.removeIf(token -> token.equals("final"));
    int name = type.size() - 1;
    while (name > 0 && type.get(name).equals("]")) {
      name -= 2;
    }
    String text = type.remove(Math.max(0, name));
    return new Member.Parameter(join(type), text);
  }

  /** Returns the return type of a method of the document, with its type parameters, if any. */
  static String returnType(FunctionUnit unit) {
    JavaCode code = (JavaCode) unit.code();
    JavaCode.FunctionShape shape = (JavaCode.FunctionShape) code.shape();
    return text(code.tokens().subList(shape.headerFirst(), shape.name()));
  }

  /** Returns the text of a type that is made of some tokens. */
  static String text(List<Token> tokens) {
    return join(tokens.stream().map(Token::text).toList());
  }

  /** Describes a method of the document. */
  static Member member(FunctionUnit unit) {
    List<Member.Parameter> parameters = parameters(unit);
    boolean varargs = parameters.stream().anyMatch(p -> p.type().endsWith("..."));
    return new Member(
        Member.Kind.METHOD,
        unit.name().text(),
        parameters,
        varargs,
        returnType(unit),
        "",
        List.of(),
        true,
        false,
        0,
        false);
  }

  /** Returns what a type of the document is. */
  static Member.Kind kind(TypeUnit unit) {
    for (Token token : ((JavaCode) unit.code()).tokens()) {
      switch (token.text()) {
        case "class" -> {
          return Member.Kind.CLASS;
        }
        case "interface" -> {
          return Member.Kind.INTERFACE;
        }
        case "enum" -> {
          return Member.Kind.ENUM;
        }
        case "record" -> {
          return Member.Kind.RECORD;
        }
        default -> {}
      }
    }
    return Member.Kind.CLASS;
  }

  /** Returns parameters with the brackets around them. */
  static String parameters(List<Member.Parameter> parameters) {
    return parameters.stream()
        .map(p -> p.name().isEmpty() ? p.type() : p.type() + " " + p.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
