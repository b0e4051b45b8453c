package dev.colight.workspace;

import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.text.Range;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output, placed in the document.
 *
 * @param kind value, display, stdout or stderr
 * @param range the statement that made it, lines relative to the block's first line; its end is
 *     where an inlay hint goes
 * @param name the variable, where the statement declares one
 * @param type static type of a value, as people write it
 * @param mime payloads by MIME type, {@code text/plain} always
 * @param truncated whether a payload was cut
 * @param expandable reference by which there is more of it, or null
 * @param id of a display that later ones of the same id take the place of, or null
 * @param now where that statement stands in the present text, token for token the same; null where
 *     it has been changed or is gone
 */
public record OutputView(
    Kind kind,
    Range range,
    @Nullable String name,
    @Nullable String type,
    Map<String, String> mime,
    boolean truncated,
    @Nullable String expandable,
    @Nullable String id,
    @Nullable Range now) {
  /** Creates an output of the present text. */
  public OutputView(
      Kind kind,
      Range range,
      @Nullable String name,
      @Nullable String type,
      Map<String, String> mime,
      boolean truncated,
      @Nullable String expandable,
      @Nullable String id) {
    this(kind, range, name, type, mime, truncated, expandable, id, range);
  }

  /** Returns the same output, whose statement now stands elsewhere, or nowhere. */
  OutputView at(@Nullable Range place) {
    return new OutputView(kind, range, name, type, mime, truncated, expandable, id, place);
  }

  /** Returns the plain text. */
  public String text() {
    return mime.getOrDefault("text/plain", "");
  }
}
