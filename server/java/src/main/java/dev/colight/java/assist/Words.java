package dev.colight.java.assist;

import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which words of the language fit at a place. */
final class Words {
  private static final List<String> TYPES =
      List.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void");
  private static final List<String> VALUES = List.of("false", "new", "null", "switch", "true");
  private static final List<String> STATEMENTS =
      List.of(
          "assert", "do", "final", "for", "if", "return", "synchronized", "throw", "try", "while");
  private static final List<String> DECLARATIONS =
      List.of("abstract", "class", "enum", "final", "interface", "record", "sealed", "static");
  private static final List<String> MEMBERS =
      List.of(
          "abstract",
          "class",
          "default",
          "enum",
          "final",
          "interface",
          "native",
          "private",
          "protected",
          "public",
          "record",
          "static",
          "synchronized",
          "transient",
          "void",
          "volatile");
  private static final List<String> AFTER_NAMES =
      List.of("extends", "implements", "instanceof", "permits", "throws", "when");
  private static final Set<String> BEFORE_DECLARATIONS = Set.of("default", "sealed", "strictfp");
  private static final Set<String> STARTS = Set.of(";", "{", "}", "->", ":", "else", "do", ")");

  private Words() {}

  /** Returns words that can follow a name on its line. */
  static List<String> afterName() {
    return AFTER_NAMES;
  }

  /** Returns words that can follow a modifier. */
  static List<String> forDeclarations() {
    return Stream.of(List.of("var"), TYPES, MEMBERS, DECLARATIONS)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Returns words that can stand where an expression or a statement can. */
  static List<String> forExpressions(Spot spot) {
    List<String> words = new ArrayList<>(VALUES);
    words.addAll(TYPES);
    Integer open = Brackets.open(spot.before()).stream().findFirst().orElse(null);
    if (open != null) {
      words.add("this");
      words.add("super");
    }
    if (isStart(spot)) {
      words.add("var");
      words.addAll(STATEMENTS);
      words.addAll(open == null ? DECLARATIONS : List.of("class", "interface", "record", "enum"));
      if (open == null) {
        words.add("import");
        words.add("public");
      }
      addFollowing(spot, words);
      if (open != null && spot.before().get(open).is("{")) {
        addInner(spot, words, open);
      }
    }
    return words.stream().distinct().toList();
  }

  private static void addFollowing(Spot spot, List<String> words) {
    if (spot.isBack(0, "}")) {
      words.addAll(List.of("catch", "else", "finally", "while"));
    } else if (spot.isBack(0, ";")) {
      words.add("else");
    }
  }

  private static void addInner(Spot spot, List<String> words, int open) {
    String kind = bracedBy(spot.before(), open);
    switch (kind) {
      case "switch" -> words.addAll(List.of("case", "default", "break", "yield"));
      case "type" -> words.addAll(MEMBERS);
      default -> words.addAll(List.of("break", "continue", "yield"));
    }
  }

  /** Returns what a brace belongs to: {@code switch}, {@code type}, or other code. */
  static String bracedBy(List<Token> tokens, int brace) {
    for (int i = brace - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.is(")")) {
        int opening = Brackets.opening(tokens, i);
        Token before = opening > 0 ? tokens.get(opening - 1) : null;
        if (before != null && before.is("switch")) {
          return "switch";
        }
        i = Math.max(0, opening);
      } else if (token.is("class")
          || token.is("interface")
          || token.is("enum")
          || (token.is("record") && i + 1 < brace)) {
        return "type";
      } else if (token.is(";") || token.is("{") || token.is("}") || token.is("->")) {
        return "";
      }
    }
    return "";
  }

  private static boolean isStart(Spot spot) {
    @Nullable Token last = spot.back(0);
    return last == null
        || STARTS.contains(last.text())
        || BEFORE_DECLARATIONS.contains(last.text())
        || last.range().end().line() < spot.at().line();
  }
}
