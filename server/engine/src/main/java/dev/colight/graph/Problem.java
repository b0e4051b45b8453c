package dev.colight.graph;

/**
 * Something that the language has to say about a unit's code, at tokens of that unit.
 *
 * @param severity how bad it is; a unit with an error has no compiled form
 * @param message for people, one line
 * @param firstToken first token, numbered as in {@link Code}
 * @param lastToken last token, inclusive
 */
public record Problem(Severity severity, String message, int firstToken, int lastToken) {
  /** Orders problems by how bad they are. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
