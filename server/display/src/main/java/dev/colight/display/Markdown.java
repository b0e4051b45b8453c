package dev.colight.display;

import java.util.Map;

/**
 * Markdown, without HTML.
 *
 * @param source its text
 */
public record Markdown(String source) implements Displayable {
  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.MARKDOWN, source);
  }

  @Override
  public String toString() {
    return source;
  }
}
