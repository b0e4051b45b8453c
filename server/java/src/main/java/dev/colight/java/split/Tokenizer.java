package dev.colight.java.split;

import dev.colight.java.split.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes text apart into tokens of Java. Total: any text has tokens, see {@link Kind#ERROR}.
 *
 * <p>Every token's text means by itself what it means in place, so that tokens may be joined by any
 * white space. Therefore {@code non-sealed} is one {@link Kind#IDENTIFIER} where a modifier, {@code
 * class} or {@code interface} follows it, and three tokens elsewhere. A line that starts with
 * {@code #!} is a comment.
 */
public final class Tokenizer {
  private Tokenizer() {}

  /** Returns the tokens of lines, without comments. */
  public static List<Token> tokenize(List<String> lines) {
    return tokenize(lines, false);
  }

  /** Returns the tokens of lines, with comments as tokens among them. */
  public static List<Token> tokenizeWithComments(List<String> lines) {
    return tokenize(lines, true);
  }

  private static List<Token> tokenize(List<String> lines, boolean comments) {
    List<Token> tokens = new ArrayList<>();
    Lexer lexer = new Lexer(lines);
    while (lexer.next()) {
      if (comments || lexer.kind() != Kind.COMMENT) {
        tokens.add(lexer.token());
      }
    }
    return tokens;
  }
}
