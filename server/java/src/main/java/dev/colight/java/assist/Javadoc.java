package dev.colight.java.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the comments of Java sources into Markdown. */
final class Javadoc {
  private static final int MAX_LENGTH = 6_000;
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)}");
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|linkplain)\\s+([^\\s{}]+)(?:\\s+([^{}]*))?}");
  private static final Pattern OTHER = Pattern.compile("\\{@\\w+\\s*([^{}]*)}");
  private static final Pattern BLOCK_TAG =
      Pattern.compile(
          "(?m)^\\s*@(param|return|throws|exception|since|see|deprecated|apiNote|implSpec|implNote|author|version|serial\\w*|jls|spec)\\b");

  private Javadoc() {}

  /** Returns a comment, its marks included, as Markdown. */
  static String markdown(String comment) {
    String text = stripped(comment);
    Matcher tag = BLOCK_TAG.matcher(text);
    int end = tag.find() ? tag.start() : text.length();
    String body = inline(text.substring(0, end)).strip();
    String tags = tags(text.substring(end));
    String all = tags.isEmpty() ? body : body + "\n\n" + tags;
    return all.length() <= MAX_LENGTH ? all : all.substring(0, MAX_LENGTH) + "…";
  }

  private static String stripped(String comment) {
    String inner = comment.replaceFirst("^/\\*+", "").replaceFirst("\\*+/$", "");
    return inner
        .lines()
        .map(line -> line.replaceFirst("^\\s*\\*? ?", ""))
        .collect(Collectors.joining("\n"));
  }

  private static String tags(String text) {
    List<String> lines = new ArrayList<>();
    for (String tag : text.split("(?m)^\\s*@")) {
      String flat = inline(tag).replaceAll("\\s+", " ").strip();
      int space = flat.indexOf(' ');
      if (space < 0) {
        continue;
      }
      String name = flat.substring(0, space);
      String rest = flat.substring(space + 1);
      int word = rest.indexOf(' ');
      switch (name) {
        case "param", "throws", "exception" ->
            lines.add(
                (name.equals("param") ? "- `" : "- throws `")
                    + (word < 0
                        ? rest + "`"
                        : rest.substring(0, word) + "` –" + rest.substring(word)));
        case "return" -> lines.add("- returns " + rest);
        case "since" -> lines.add("- since " + rest);
        case "deprecated" -> lines.add("- **deprecated** " + rest);
        default -> {}
      }
    }
    return String.join("\n", lines);
  }

  private static String inline(String text) {
    String result = text;
    for (int depth = 0; depth < 3 && result.contains("{@"); depth++) {
      result =
          CODE.matcher(result)
              .replaceAll(m -> Matcher.quoteReplacement("`" + m.group(1).strip() + "`"));
      result =
          LINK.matcher(result)
              .replaceAll(
                  m -> {
                    String label = m.group(2) == null ? m.group(1).replace('#', '.') : m.group(2);
                    return Matcher.quoteReplacement(
                        "`" + label.replaceFirst("^\\.", "").replaceAll("\\s+", " ") + "`");
                  });
      result = OTHER.matcher(result).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
    }
    return html(result);
  }

  private static String html(String text) {
    return text.replaceAll("(?i)<pre>\\s*", "\n```java\n")
        .replaceAll("(?i)\\s*</pre>", "\n```\n")
        .replaceAll("(?i)</?(?:code|tt|samp)>", "`")
        .replaceAll("(?i)</?(?:b|strong)>", "**")
        .replaceAll("(?i)</?(?:i|em|cite|var)>", "*")
        .replaceAll("(?i)\\s*<li>\\s*", "\n- ")
        .replaceAll("(?i)<(?:p|br|h\\d)[^>]*>\\s*", "\n\n")
        .replaceAll("</?[a-zA-Z][^<>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\n{3,}", "\n\n");
  }
}
