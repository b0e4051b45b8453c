package dev.colight.java.assist;

import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of thing can be written at a place, judged by the tokens before it. */
enum Context {
  /** Nothing that could be proposed: a name that is being given. */
  NOTHING,
  /** A member of what is before the dot. */
  MEMBER,
  /** A method of what is before the {@code ::}. */
  METHOD_REFERENCE,
  /** The path of an import. */
  IMPORT,
  /** A class to make an object of. */
  NEW,
  /** A class to make an object of within one of the class around it: {@code outer.new |}. */
  INNER,
  /** What a value may be that is switched over. */
  CASE,
  /** What is declared, after a modifier. */
  DECLARATION,
  ANNOTATION,
  /** A type and nothing else. */
  TYPE,
  /** What can follow a name, such as {@code instanceof}. */
  AFTER_NAME,
  /** An expression, or the beginning of a statement. */
  EXPRESSION;

  private static final Set<String> BEFORE_TYPES =
      Set.of("extends", "implements", "permits", "throws", "instanceof", "catch");

  private static final Set<String> NAMED =
      Set.of("class", "interface", "enum", "break", "continue", "goto", "package");

  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "native",
          "transient",
          "volatile");

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

  /** Words that are no names where these stand. */
  private static final Set<String> CONTEXTUAL = Set.of("yield", "sealed", "non-sealed", "when");

  static Context of(Spot spot) {
    Token last = spot.back(0);
    if (last == null) {
      return EXPRESSION;
    }
    if (isImport(spot)) {
      return IMPORT;
    } else if (last.is(".")) {
      return MEMBER;
    } else if (last.is("::")) {
      return METHOD_REFERENCE;
    } else if (last.is("@")) {
      return ANNOTATION;
    } else if (last.is("new")) {
      return spot.isBack(1, ".") ? INNER : NEW;
    } else if (isLabel(spot)) {
      return CASE;
    }
    String text = last.text();
    if (last.kind() == Kind.KEYWORD) {
      return NAMED.contains(text) || (isPrimitive(last) && spot.isOnLine(last))
          ? NOTHING
          : BEFORE_TYPES.contains(text)
              ? TYPE
              : MODIFIERS.contains(text) ? DECLARATION : EXPRESSION;
    }
    Context inList = inTypeList(spot);
    if (inList != null) {
      return inList;
    }
    boolean sameLine = last.range().end().line() == spot.at().line();
    if (last.kind() == Kind.IDENTIFIER && sameLine && !CONTEXTUAL.contains(text)) {
      return AFTER_NAME;
    }
    boolean endsType = text.equals("]") || (text.matches(">+") && endsTypeArguments(spot));
    return endsType && sameLine ? AFTER_NAME : EXPRESSION;
  }

  /** Tells whether a place is in a label: {@code case A, |}. */
  private static boolean isLabel(Spot spot) {
    for (int i = 0; ; i++) {
      Token token = spot.back(i);
      if (token == null || (i == 0 && !token.is(",") && !token.is("case"))) {
        return false;
      } else if (token.is("case")) {
        return true;
      } else if (token.kind() != Kind.IDENTIFIER && !token.is(",") && !token.is(".")) {
        return false;
      }
    }
  }

  /** Tells whether a token is the name of a primitive type, or {@code void}. */
  static boolean isPrimitive(Token token) {
    return PRIMITIVES.contains(token.text());
  }

  private static boolean endsTypeArguments(Spot spot) {
    List<Token> before = spot.before();
    int open = Brackets.openingAngle(before, before.size() - 1);
    return open > 0 && before.get(open - 1).kind() == Kind.IDENTIFIER;
  }

  private static boolean isImport(Spot spot) {
    for (int i = 0; ; i++) {
      Token token = spot.back(i);
      if (token == null || token.range().start().line() != spot.at().line()) {
        return false;
      } else if (token.is("import")) {
        return true;
      } else if (!token.is(".") && !token.is("static") && token.kind() != Kind.IDENTIFIER) {
        return false;
      }
    }
  }

  /** A list of types goes on after a comma: {@code throws A, |}. */
  private static @Nullable Context inTypeList(Spot spot) {
    if (!spot.isBack(0, ",") && !spot.isBack(0, "(") && !spot.isBack(0, "|")) {
      return null;
    }
    for (int i = 0; ; i++) {
      Token token = spot.back(i);
      if (token == null) {
        return null;
      } else if (BEFORE_TYPES.contains(token.text()) && !token.is("instanceof")) {
        return TYPE;
      } else if (token.kind() != Kind.IDENTIFIER
          && !token.is(",")
          && !token.is(".")
          && !token.is("|")
          && !(i == 0 && token.is("("))) {
        return null;
      }
    }
  }
}
