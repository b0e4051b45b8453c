package dev.colight.display;

import java.util.Map;

/**
 * A plot, as Vega-Lite specifies it.
 *
 * @param specification JSON
 */
public record VegaLite(String specification) implements Displayable {
  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.VEGA_LITE, specification);
  }

  @Override
  public String toString() {
    return specification;
  }
}
