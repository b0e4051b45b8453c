package dev.colight.lsp.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Arrays where there is little room, as Java lets them be written in a declaration: {@code {1, 2}}
 * for {@code int[2] { 1, 2 }}. Those that are cut keep what tells their length.
 */
public final class ShortArrays {
  /** Types whose values have no braces in their texts but within quotes. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:boolean|byte|char|short|int|long|float|double"
              + "|Boolean|Byte|Character|Short|Integer|Long|Float|Double|String)(?:\\[\\])+");

  /** What is in quotes, which is not looked into, or the beginning or the end of an array. */
  private static final Pattern BRACES =
      Pattern.compile(
          "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'(?:\\\\.|[^'\\\\])*+'"
              + "|\\w+(?:\\[\\d*\\])+ \\{ *| *\\}");

  private ShortArrays() {}

  /**
   * Returns the text of a value as short as it can be.
   *
   * @param type of the value, if it is known
   * @param longest characters of a text that is looked at
   */
  public static String of(@Nullable String type, String text, int longest) {
    if (type == null || text.length() > longest || !PLAIN.matcher(type).matches()) {
      return text;
    }
    return BRACES
        .matcher(text)
        .replaceAll(
            found -> {
              String part = found.group();
              return switch (part.charAt(0)) {
                case '"', '\'' -> Matcher.quoteReplacement(part);
                case ' ', '}' -> "}";
                default -> "{";
              };
            });
  }
}
