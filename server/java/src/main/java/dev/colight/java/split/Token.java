package dev.colight.java.split;

import dev.colight.text.Range;

/**
 * A token of Java, comments and white space excluded unless asked for.
 *
 * @param kind what it is
 * @param text as written, but that a word has characters in place of its Unicode escapes; a text
 *     block's lines are joined by {@code \n}
 * @param range lines relative to the first line of the lines that were read, columns in UTF-16
 */
public record Token(Kind kind, String text, Range range) {
  /** Kinds of tokens. */
  public enum Kind {
    IDENTIFIER,
    /** Reserved words, {@code true}, {@code false} and {@code null}; not contextual ones. */
    KEYWORD,
    NUMBER,
    CHARACTER,
    STRING,
    TEXT_BLOCK,
    /** Separators and operators, longest match: {@code >>>=} is one token. */
    OPERATOR,
    COMMENT,
    /** A character, or an unterminated string, character or text block, that is no token. */
    ERROR
  }

  /** Tells whether this is the operator or keyword (or any token) of that text. */
  public boolean is(String other) {
    return text.equals(other);
  }
}
