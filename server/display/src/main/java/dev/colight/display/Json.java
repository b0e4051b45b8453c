package dev.colight.display;

import java.util.Map;

/**
 * JSON, shown as a tree.
 *
 * @param source its text
 */
public record Json(String source) implements Displayable {
  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.JSON, source);
  }

  @Override
  public String toString() {
    return source;
  }
}
