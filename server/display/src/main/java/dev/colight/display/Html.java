package dev.colight.display;

import java.util.Map;

/**
 * HTML of the document's own, shown in a frame by itself.
 *
 * @param source its text
 */
public record Html(String source) implements Displayable {
  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.HTML, source);
  }

  /** Returns the text between the tags. */
  @Override
  public String toString() {
    return source
        .replaceAll("(?is)<(script|style)\\b.*?</\\1>", "")
        .replaceAll("(?i)<(br|/p|/div|/li|/tr|/h[1-6])\\b[^>]*>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }
}
