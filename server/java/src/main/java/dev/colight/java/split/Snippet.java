package dev.colight.java.split;

/**
 * A top-level piece of a block, as the {@code jshell} tool would take it by itself.
 *
 * @param kind what it looks like
 * @param firstToken index into the block's tokens (comments not counted)
 * @param endToken index after the last token, its {@code ;} included where it has one
 */
public record Snippet(Kind kind, int firstToken, int endToken) {
  /** Kinds of snippets, judged by tokens alone. */
  public enum Kind {
    IMPORT,
    PACKAGE,
    TYPE,
    METHOD,
    VARIABLE,
    EXPRESSION,
    /** {@code return x;} at top level: shows {@code x}. */
    RETURN,
    STATEMENT,
    /** A lone {@code ;}. */
    EMPTY,
    /** Cannot be complete: unbalanced, or with an error token. */
    BROKEN
  }
}
