package dev.colight.display;

import java.util.Map;

/**
 * LaTeX of one formula, without delimiters.
 *
 * @param source its text
 */
public record Latex(String source) implements Displayable {
  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.LATEX, source);
  }

  @Override
  public String toString() {
    return source;
  }
}
