package dev.colight.display;

import java.util.Map;

/**
 * A value that says itself how it is shown richly. Its {@code toString} is what is shown as text.
 */
public interface Displayable {
  /** Returns the same thing in one or more forms, by MIME type; binary ones as base64. */
  Map<String, String> mime();
}
