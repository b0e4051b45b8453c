package dev.colight.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a value.
 *
 * @param children some of them
 * @param total how many there are
 * @param message why there are none, for people; else absent
 */
public record ExpandResult(List<Child> children, long total, @Nullable String message) {
  /**
   * A part.
   *
   * @param label a field, a key or an index
   * @param type name of its class
   * @param mime payloads by MIME type
   * @param expandable reference by which it has parts of its own
   */
  public record Child(
      @Nullable String label,
      @Nullable String type,
      Map<String, Payload> mime,
      @Nullable String expandable) {}
}
