package dev.colight.display;

import java.util.Map;

/**
 * An SVG image.
 *
 * @param source the whole document, from {@code <svg} on
 */
public record Svg(String source) implements Displayable {
  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.SVG, source);
  }

  @Override
  public String toString() {
    return "SVG image (" + PlainText.count(source.length(), "character") + ")";
  }
}
