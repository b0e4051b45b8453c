package dev.colight.java.split;

import java.util.Set;

/** Words with a meaning of their own in Java. */
final class Words {
  static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

  static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "native",
          "synchronized",
          "transient",
          "volatile",
          "strictfp",
          "default");

  /** Keywords that are complete expressions, or may end one. */
  static final Set<String> OPERANDS = Set.of("true", "false", "null", "this", "super", "class");

  private static final Set<String> OTHERS =
      Set.of(
          "assert",
          "break",
          "case",
          "catch",
          "const",
          "continue",
          "do",
          "else",
          "enum",
          "extends",
          "finally",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "interface",
          "new",
          "package",
          "return",
          "switch",
          "throw",
          "throws",
          "try",
          "while");

  private Words() {}

  /** Tells whether a word is reserved everywhere; {@code record}, {@code var} and such are not. */
  static boolean isReserved(String word) {
    return OTHERS.contains(word)
        || PRIMITIVES.contains(word)
        || MODIFIERS.contains(word)
        || OPERANDS.contains(word);
  }
}
