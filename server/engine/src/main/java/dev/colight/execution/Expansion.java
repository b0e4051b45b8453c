package dev.colight.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a value that was shown.
 *
 * @param children some of them
 * @param total how many there are
 * @param problem why there are none, for people, or null
 */
public record Expansion(List<Child> children, long total, @Nullable String problem) {
  /** Returns no parts, and why. */
  public static Expansion none(String problem) {
    return new Expansion(List.of(), 0, problem);
  }

  /**
   * A part.
   *
   * @param label a field, a key or an index, or null
   * @param mime payloads by MIME type
   * @param expandable reference by which it has parts of its own, or null
   */
  public record Child(
      @Nullable String label,
      @Nullable String type,
      Map<String, String> mime,
      @Nullable String expandable) {}
}
