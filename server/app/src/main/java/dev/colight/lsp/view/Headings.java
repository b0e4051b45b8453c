package dev.colight.lsp.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the headings of a Markdown text, those in fenced code left out. */
public final class Headings {
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.*?)(?:\\s+#+)?\\s*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~).*");

  private Headings() {}

  /**
   * A heading.
   *
   * @param level 1 to 6
   */
  public record Heading(int level, String text) {}

  /** Returns the headings in order. */
  public static List<Heading> of(@Nullable String markdown) {
    List<Heading> headings = new ArrayList<>();
    boolean fenced = false;
    for (String line : (markdown == null ? "" : markdown).lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (FENCE.matcher(line).matches()) {
        fenced = !fenced;
      } else if (!fenced && heading.matches() && !heading.group(2).isEmpty()) {
        headings.add(new Heading(heading.group(1).length(), heading.group(2)));
      }
    }
    return headings;
  }
}
