package dev.colight.display;

import java.lang.reflect.Array;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON. What no JSON is made of is written as its text. */
public final class JsonText {
  /** Deeper than this, values are written as text: what is so deep may have no end. */
  private static final int MAX_DEPTH = 64;

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /**
   * Returns a value as JSON: null, booleans, numbers and text; maps as objects; arrays and what can
   * be iterated as arrays. Numbers that JSON does not have are null.
   */
  public static String of(@Nullable Object value) {
    JsonText text = new JsonText();
    text.write(value, 0);
    return text.out.toString();
  }

  private void write(@Nullable Object value, int depth) {
    if (value == null || isNoNumber(value)) {
      out.append("null");
    } else if (value instanceof Raw raw) {
      out.append(raw.json());
    } else if (value instanceof Boolean || value instanceof Number) {
      out.append(value);
    } else if (depth > MAX_DEPTH) {
      quote("…");
    } else if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof Iterable<?> elements && !(value instanceof java.nio.file.Path)) {
      out.append('[');
      String comma = "";
      for (Object element : elements) {
        out.append(comma);
        write(element, depth + 1);
        comma = ",";
      }
      out.append(']');
    } else if (value.getClass().isArray()) {
      array(value, depth);
    } else {
      quote(String.valueOf(value));
    }
  }

  private static boolean isNoNumber(Object value) {
    return (value instanceof Double number && !Double.isFinite(number))
        || (value instanceof Float single && !Float.isFinite(single));
  }

  private void object(Map<?, ?> map, int depth) {
    out.append('{');
    String comma = "";
    for (Map.Entry<?, ?> entry : Entries.of(map)) {
      out.append(comma);
      quote(String.valueOf(entry.getKey()));
      out.append(':');
      write(entry.getValue(), depth + 1);
      comma = ",";
    }
    out.append('}');
  }

  private void array(Object array, int depth) {
    out.append('[');
    for (int i = 0; i < Array.getLength(array); i++) {
      out.append(i == 0 ? "" : ",");
      write(Array.get(array, i), depth + 1);
    }
    out.append(']');
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // Halves of pairs are no text by themselves; these separators end lines of JavaScript.
          if (c < ' ' || c == '\u2028' || c == '\u2029' || isHalf(text, i)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /** JSON that is there already. */
  public record Raw(String json) {}
}
