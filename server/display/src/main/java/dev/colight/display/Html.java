package dev.colight.display;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML of the document's own, shown in a frame by itself.
 *
 * @param source its text
 */
public record Html(String source) implements Displayable {
  private static final Pattern OPEN = Pattern.compile("(?i)<(?:(script)|style)\\b");
  private static final Pattern CLOSE_SCRIPT = Pattern.compile("(?i)</script>");
  private static final Pattern CLOSE_STYLE = Pattern.compile("(?i)</style>");

  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.HTML, source);
  }

  /** Returns the text between the tags. */
  @Override
  public String toString() {
    return withoutCode(source)
        .replaceAll("(?i)<(br|/p|/div|/li|/tr|/h[1-6])\\b[^<>]*>", "\n")
        .replaceAll("<[^<>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  /** Leaves out scripts and styles, in time that grows with the text alone. */
  private static String withoutCode(String html) {
    StringBuilder kept = new StringBuilder();
    Matcher open = OPEN.matcher(html);
    int from = 0;
    while (open.find(from)) {
      Matcher close = (open.end(1) < 0 ? CLOSE_STYLE : CLOSE_SCRIPT).matcher(html);
      if (!close.find(open.end())) {
        break; // the browser would take all of the rest; better too much text than none
      }
      kept.append(html, from, open.start());
      from = close.end();
    }
    return kept.append(html, from, html.length()).toString();
  }
}
