package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import dev.colight.text.Position;
import dev.colight.text.Range;
import java.util.List;
import java.util.stream.Collectors;

/** Writes tokens as text that does not depend on how they were laid out. */
final class CanonicalText {
  private CanonicalText() {}

  /** Returns the tokens, joined by newlines. */
  static String of(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining("\n"));
  }

  /** Returns the tokens on one line, with spaces only where two words would run together. */
  static String compact(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    boolean word = false;
    for (Token token : tokens) {
      boolean nextWord = TokenScan.isWord(token);
      if (word && nextWord) {
        text.append(' ');
      }
      text.append(token.text());
      word = nextWord || token.is("?");
    }
    return text.toString();
  }

  /** Makes the {@code ;} that a statement lacks; it takes no room in the document. */
  static Token semicolonAfter(Token last) {
    Position end = last.range().end();
    return new Token(Token.Kind.OPERATOR, ";", new Range(end, end));
  }
}
