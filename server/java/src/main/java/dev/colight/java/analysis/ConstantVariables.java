package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variables of programs that may be constants (JLS 4.12.4) by how they are written: final
 * ones of a primitive type or {@code String}, whose initialiser is made of what constant
 * expressions have. What the names in it mean is for others to find out.
 */
final class ConstantVariables {
  private static final Set<String> TYPES =
      Set.of(
          "boolean",
          "byte",
          "short",
          "char",
          "int",
          "long",
          "float",
          "double",
          "String",
          "java.lang.String");

  /** All keywords and operators that constant expressions have (JLS 15.29). */
  private static final Set<String> ALLOWED =
      Set.of(
          "boolean", "byte", "short", "char", "int", "long", "float", "double", "true", "false",
          "+", "-", "*", "/", "%", "<<", ">>", ">>>", "<", ">", "<=", ">=", "==", "!=", "&", "^",
          "|", "&&", "||", "!", "~", "?", ":", "(", ")", ".");

  private ConstantVariables() {}

  /** Tells whether a declaration says {@code final}. */
  static boolean isFinal(List<Token> declaration) {
    int end = TokenScan.afterModifiers(declaration, 0);
    return declaration.subList(0, end).stream().anyMatch(token -> token.is("final"));
  }

  /** Tells whether a variable, which is final, may be a constant. */
  static boolean isCandidate(Declarator variable) {
    List<Token> value = variable.initializer();
    if (value.isEmpty() || !TYPES.contains(variable.typeText())) {
      return false;
    }
    for (int i = 1; i < value.size(); i++) {
      Token token = value.get(i);
      boolean allowed =
          switch (token.kind()) {
            case IDENTIFIER -> !TokenScan.is(value, i + 1, "(");
            case KEYWORD, OPERATOR -> ALLOWED.contains(token.text());
            case NUMBER, CHARACTER, STRING, TEXT_BLOCK -> true;
            case COMMENT, ERROR -> false;
          };
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  /** Returns a final variable with its type in place of {@code var}, where a literal tells it. */
  static Declarator typed(Declarator variable) {
    List<Token> value = variable.initializer();
    boolean signed = TokenScan.is(value, 1, "-");
    String type =
        variable.inferred()
                && value.size() == (signed ? 3 : 2)
                && (!signed || value.get(2).kind() == Token.Kind.NUMBER)
            ? literalType(value.get(value.size() - 1))
            : null;
    if (type == null) {
      return variable;
    }
    Token.Kind kind = type.equals("String") ? Token.Kind.IDENTIFIER : Token.Kind.KEYWORD;
    Token written = new Token(kind, type, variable.type().get(0).range());
    return new Declarator(
        List.of(written),
        variable.name(),
        variable.dimensions(),
        variable.initializer(),
        variable.end());
  }

  private static @Nullable String literalType(Token token) {
    return switch (token.kind()) {
      case STRING, TEXT_BLOCK -> "String";
      case CHARACTER -> "char";
      case NUMBER -> numberType(token.text().toLowerCase(Locale.ROOT));
      case KEYWORD -> token.is("true") || token.is("false") ? "boolean" : null;
      case IDENTIFIER, OPERATOR, COMMENT, ERROR -> null;
    };
  }

  private static String numberType(String text) {
    boolean hexadecimal = text.startsWith("0x");
    boolean binary = text.startsWith("0b");
    boolean floating =
        text.contains(".")
            || (hexadecimal ? text.contains("p") : !binary && text.matches(".*[efd].*"));
    if (floating) {
      return text.endsWith("f") ? "float" : "double";
    }
    return text.endsWith("l") ? "long" : "int";
  }
}
