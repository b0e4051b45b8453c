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
 */
public record OutputView(
    Kind kind,
    Range range,
    @Nullable String name,
    @Nullable String type,
    Map<String, String> mime,
    boolean truncated,
    @Nullable String expandable,
    @Nullable String id) {
  /** Returns the plain text. */
  public String text() {
    return mime.getOrDefault("text/plain", "");
  }
}
