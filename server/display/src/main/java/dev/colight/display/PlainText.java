package dev.colight.display;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values as text. */
final class PlainText {
  private PlainText() {}

  /** Returns what to print for a value; arrays are shown with their elements. */
  static String of(@Nullable Object value) {
    if (value == null || !value.getClass().isArray()) {
      return String.valueOf(value);
    }
    String text = Arrays.deepToString(new Object[] {value});
    return text.substring(1, text.length() - 1);
  }

  /** Returns a count with its noun. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
