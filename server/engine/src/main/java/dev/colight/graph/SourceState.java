package dev.colight.graph;

/**
 * What a name led to at some moment, in a file that is followed while it is edited.
 *
 * @param text as in {@link ImportUnit#text()}, or the first name of a qualified one
 * @param qualified whether it is the latter
 * @param state what told it from what it is at other times: its origin
 */
public record SourceState(String text, boolean qualified, String state) {
  /** Returns what the name leads to now. */
  public SourceState now(ImportResolver imports) {
    String origin = qualified ? imports.origin(Name.type(text)) : imports.origin(text);
    return origin.equals(state) ? this : new SourceState(text, qualified, origin);
  }
}
