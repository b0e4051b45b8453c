package dev.colight.java.compile;

import dev.colight.java.split.Token;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts well-formed code into tokens; enough for what the tests of the compiler are written in. */
final class TestTokenizer {
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "boolean",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "try",
          "void",
          "while",
          "true",
          "false",
          "null",
          "break",
          "continue",
          "assert");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+)"
              + "|(?<block>\"\"\"[ \\t]*\\n(?:[^\\\\]|\\\\.)*?\"\"\")"
              + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\")"
              + "|(?<char>'(?:[^'\\\\]|\\\\.)+')"
              + "|(?<number>\\d[\\w.]*|\\.\\d\\w*)"
              + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
              + "|(?<operator>>>>=|<<=|>>=|>>>|\\.\\.\\.|->|::|\\+\\+|--|&&|\\|\\||==|!=|<=|>=|\\+="
              + "|-=|\\*=|/=|&=|\\|=|\\^=|%=|<<|>>|.)",
          Pattern.DOTALL);

  private TestTokenizer() {}

  static List<Token> tokens(String code) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(code);
    while (matcher.find()) {
      if (matcher.group("space") == null) {
        Range range = Range.of(0, matcher.start(), 0, matcher.end());
        tokens.add(new Token(kind(matcher), matcher.group(), range));
      }
    }
    return tokens;
  }

  private static Token.Kind kind(Matcher matcher) {
    if (matcher.group("block") != null) {
      return Token.Kind.TEXT_BLOCK;
    } else if (matcher.group("string") != null) {
      return Token.Kind.STRING;
    } else if (matcher.group("char") != null) {
      return Token.Kind.CHARACTER;
    } else if (matcher.group("number") != null) {
      return Token.Kind.NUMBER;
    } else if (matcher.group("operator") != null) {
      return Token.Kind.OPERATOR;
    }
    return KEYWORDS.contains(matcher.group()) ? Token.Kind.KEYWORD : Token.Kind.IDENTIFIER;
  }
}
