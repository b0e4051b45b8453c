package dev.colight.java.analysis;

import dev.colight.java.split.Comments;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the Markdown out of comments. */
final class Prose {
  private static final Pattern LINE_COMMENT = Pattern.compile("\\s*///? ?(.*)");
  private static final Pattern CONTINUATION = Pattern.compile("\\s*\\*(?!\\*) ?(.*)");
  private static final Pattern OPENING = Pattern.compile("\\s*/\\*+(?!/) ?(.*)");
  private static final Pattern CLOSING = Pattern.compile("(.*?)\\s*\\*+/\\s*");

  private Prose() {}

  /** Returns the Markdown; pragmas, and instructions to JBang, are none. */
  static String markdown(List<String> lines) {
    StringBuilder markdown = new StringBuilder();
    boolean inside = false;
    for (String line : lines) {
      if (!inside && isInstruction(line.strip())) {
        continue;
      }
      String text = line;
      boolean stars = inside;
      if (!inside) {
        Matcher opening = OPENING.matcher(line);
        if (opening.matches()) {
          inside = true;
          text = opening.group(1);
        } else {
          text = strip(LINE_COMMENT, line);
        }
      }
      if (inside) {
        Matcher closing = CLOSING.matcher(text);
        if (closing.matches()) {
          inside = false;
          text = closing.group(1);
        }
      }
      markdown.append(stars ? strip(CONTINUATION, text) : text).append('\n');
    }
    return markdown.toString().strip();
  }

  private static boolean isInstruction(String line) {
    return Comments.isDirective(line) || !Comments.pragmas(line).isEmpty();
  }

  private static String strip(Pattern mark, String line) {
    Matcher matcher = mark.matcher(line);
    return matcher.matches() ? matcher.group(1) : line;
  }
}
