package dev.colight.worker.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rich forms of a value.
 *
 * @param forms by MIME type; none where text says it all
 * @param truncated whether there is less in them than in the value, and no way to get at it
 * @param more what there is beyond them, or null
 */
public record Bundle(Map<String, String> forms, boolean truncated, @Nullable Branch more) {
  /** No form but text. */
  public static final Bundle NONE = new Bundle(Map.of(), false, null);

  static Bundle of(String type, String payload) {
    return new Bundle(Map.of(type, payload), false, null);
  }
}
