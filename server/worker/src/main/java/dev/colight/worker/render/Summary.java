package dev.colight.worker.render;

import dev.colight.display.Numbers;
import dev.colight.worker.wire.ShownNames;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value in one short line. No {@code toString} of the document's is asked for it, unless
 * nothing can change in its object: it was asked once already, and it may do more than to tell.
 */
final class Summary {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_PARTS = 8;
  private static final int MAX_DEPTH = 2;

  /** Where a class does not say what its objects look like, they differ by this in each run. */
  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{3,8}\\b");

  private final StringBuilder out = new StringBuilder();
  private final Watch watch;

  private Summary(Watch watch) {
    this.watch = watch;
  }

  /** Returns the line; text stands there in quotes. */
  static String of(@Nullable Object value, Watch watch) {
    return summary(value, watch, true);
  }

  /** Returns the line; a text stands for itself. */
  static String text(@Nullable Object value, Watch watch) {
    return value instanceof String text ? text : summary(value, watch, false);
  }

  private static String summary(@Nullable Object value, Watch watch, boolean quoted) {
    Summary summary = new Summary(watch);
    summary.write(value, 0, quoted);
    return ShownNames.scrub(cut(summary.out.toString(), MAX_LENGTH));
  }

  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
    return text.substring(0, end) + "…";
  }

  private void write(@Nullable Object value, int depth, boolean quoted) {
    if (value == null
        || value instanceof Boolean
        || (value instanceof Number number && Numbers.isFixed(number))) {
      out.append(value);
    } else if (value instanceof Number && !Names.isOfPlatform(value.getClass())) {
      out.append(told(value));
    } else if (value instanceof String text) {
      String shown = oneLine(cut(text, MAX_LENGTH));
      out.append(quoted ? '"' + shown + '"' : shown);
    } else if (value instanceof Character c) {
      out.append(quoted ? "'" + c + "'" : c.toString());
    } else if (!watch.isUnchanged(value)) {
      out.append(Names.of(value)).append(" (changed since)");
    } else {
      Parts parts = Parts.of(value);
      if (parts == null) {
        out.append(told(value));
      } else {
        composed(value, parts, depth, quoted);
      }
    }
  }

  /** Returns what an object without parts says of itself. */
  private String told(Object value) {
    if (Names.isLambda(value)) {
      return Names.of(value);
    } else if (value instanceof Enum<?> constant && !tells(value)) {
      return constant.name();
    } else if (!tells(value)) {
      return Names.of(value);
    }
    try {
      String text = String.valueOf(value);
      return IDENTITY.matcher(oneLine(cut(text, MAX_LENGTH))).replaceAll("");
    } catch (Throwable e) {
      return Names.of(value) + " (toString threw " + Names.of(e) + ")";
    }
  }

  /** Tells whether there is a toString that may be called. */
  private boolean tells(Object value) {
    Class<?> type = value.getClass();
    if (Names.isOfPlatform(type)) {
      return true;
    }
    try {
      Class<?> by = type.getMethod("toString").getDeclaringClass();
      return by != Object.class
          && by != Enum.class
          && !by.equals(Record.class)
          && !(type.isRecord() && !isWritten(type))
          && watch.isConstant(value);
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** Tells whether a record has a toString that somebody has written, as far as one can see. */
  private static boolean isWritten(Class<?> record) {
    try {
      // What the compiler makes for a record is final; people hardly ever write that.
      return !java.lang.reflect.Modifier.isFinal(
          record.getDeclaredMethod("toString").getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private void composed(Object value, Parts parts, int depth, boolean quoted) {
    boolean own = !Names.isOfPlatform(value.getClass()) && !value.getClass().isArray();
    if (own && tells(value)) {
      out.append(told(value));
      return;
    }
    boolean map = value instanceof Map<?, ?>;
    String name = own || value instanceof Optional<?> ? Names.of(value) : "";
    boolean curly = map || (own && !value.getClass().isRecord());
    out.append(name).append(own && curly ? " {" : curly ? "{" : "[");
    if (depth >= MAX_DEPTH || out.length() > MAX_LENGTH) {
      out.append(parts.total() == 0 ? "" : "…");
    } else {
      String comma = "";
      for (Parts.Part part : parts.slice(0, MAX_PARTS)) {
        out.append(comma);
        if (own || map || value instanceof Map.Entry<?, ?>) {
          out.append(part.label()).append(own && curly ? ": " : "=");
        }
        write(part.value(), depth + 1, quoted);
        comma = ", ";
      }
      out.append(parts.total() > MAX_PARTS ? ", …" : "");
    }
    out.append(curly ? "}" : "]");
  }

  private static String oneLine(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    return text.replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replaceAll("\\p{Cntrl}", "·");
  }
}
