package dev.colight.worker;

import dev.colight.worker.render.Names;
import dev.colight.worker.wire.ShownNames;
import java.lang.Character.UnicodeBlock;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as {@code jshell} shows it, up to a limit of characters; but for lambdas, whose
 * text there is another one in each run.
 *
 * <p>Collections, maps and arrays of the JDK are walked here rather than asked for their text, so
 * that a huge one costs no more than what is shown of it; the text is the same.
 */
final class Rendering {
  /** What is shown of a value. */
  record Shown(String text, boolean truncated) {}

  private static final int DIRECT_BITS = 10_000;

  /** What {@code jshell} does since JDK 20. */
  private static final boolean ESCAPES_LEADING_MARKS = Runtime.version().feature() >= 20;

  private final BoundedText text;

  /** The collections around the one that is being written, by identity. */
  private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

  private Rendering(int limit) {
    this.text = new BoundedText(limit);
  }

  /** Renders a value. May call its {@code toString}, which may do anything but throw. */
  static Shown of(@Nullable Object value, int limit) {
    Rendering rendering = new Rendering(limit);
    rendering.value(value);
    return new Shown(ShownNames.scrub(rendering.text.toString()), rendering.text.isFull());
  }

  /** Tells whether rendering a value takes next to no time and calls no code of the user's. */
  static boolean isDirect(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Character
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof Float
        || value instanceof Short
        || value instanceof Byte
        || (value.getClass() == BigInteger.class && ((BigInteger) value).bitLength() < DIRECT_BITS)
        || (value.getClass() == BigDecimal.class
            && ((BigDecimal) value).precision() < DIRECT_BITS
            && Math.abs((long) ((BigDecimal) value).scale()) < DIRECT_BITS);
  }

  /** Writes a value that stands by itself, or in an array: text is quoted. */
  private void value(@Nullable Object value) {
    if (value instanceof String string) {
      text.add("\"");
      quoted(string, '"');
      text.add("\"");
    } else if (value instanceof Character character) {
      text.add("'");
      quoted(character.toString(), '\'');
      text.add("'");
    } else if (value != null && value.getClass().isArray()) {
      array(value);
    } else {
      element(value);
    }
  }

  private void quoted(String string, char quote) {
    for (int i = 0; i < string.length() && !text.isFull(); i++) {
      char c = string.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < string.length()
              && Character.isLowSurrogate(string.charAt(i + 1));
      if (i == 0 && ESCAPES_LEADING_MARKS && isMark(c)) {
        text.add(String.format("\\u%04X", (int) c));
      } else {
        text.add(pair ? string.substring(i, i + 2) : escaped(c, quote));
      }
      i += pair ? 1 : 0;
    }
  }

  /** Tells whether a character would be drawn into the quote before it. */
  private static boolean isMark(char c) {
    UnicodeBlock block = UnicodeBlock.of(c);
    return block == UnicodeBlock.COMBINING_DIACRITICAL_MARKS
        || block == UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED
        || block == UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT;
  }

  private static String escaped(char c, char quote) {
    return switch (c) {
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case '\\' -> "\\\\";
      default -> {
        if (c == quote) {
          yield "\\" + c;
        }
        yield Character.isISOControl(c) ? String.format("\\%03o", (int) c) : String.valueOf(c);
      }
    };
  }

  private void array(Object array) {
    int dimensions = 0;
    Class<?> component = array.getClass();
    while (component.isArray()) {
      component = component.getComponentType();
      dimensions++;
    }
    if (!enter(array, "(this array)")) {
      return;
    }
    String name = ShownNames.scrub(component.getName());
    int length = Array.getLength(array);
    text.add(name.substring(name.lastIndexOf('.') + 1));
    text.add("[" + length + "]" + "[]".repeat(dimensions - 1) + " { ");
    for (int i = 0; i < length && !text.isFull(); i++) {
      text.add(i == 0 ? "" : ", ");
      value(Array.get(array, i));
    }
    text.add(" }");
    around.remove(array);
  }

  /** Writes what {@code String.valueOf} gives. */
  private void element(@Nullable Object value) {
    if (value == null) {
      text.add("null");
    } else if (value instanceof String string) {
      text.add(string);
    } else if (Lambdas.isLambda(value)) {
      text.add(Lambdas.text(value));
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      text.add("Optional[");
      element(optional.get());
      text.add("]");
    } else if (!isWalked(value)) {
      text.add(Lambdas.replaced(guarded(value, value::toString)));
    } else if (value instanceof Collection<?> collection) {
      walk(collection, "[", "]", "(this Collection)", collection, this::element);
    } else if (value instanceof Map<?, ?> map) {
      walk(map, "{", "}", "(this Map)", map.entrySet(), this::entry);
    } else {
      text.add(Lambdas.replaced(guarded(value, value::toString)));
    }
  }

  private void entry(Map.@Nullable Entry<?, ?> entry) {
    if (entry != null) {
      element(entry.getKey());
      text.add("=");
      element(entry.getValue());
    }
  }

  private <T extends @Nullable Object> void walk(
      Object whole,
      String open,
      String close,
      String cycle,
      Collection<T> elements,
      Consumer<? super T> element) {
    if (!enter(whole, cycle)) {
      return;
    }
    text.add(open);
    String failure =
        guarded(
            whole,
            () -> {
              Iterator<T> iterator = elements.iterator();
              for (boolean first = true; iterator.hasNext() && !text.isFull(); first = false) {
                text.add(first ? "" : ", ");
                element.accept(iterator.next());
              }
              return "";
            });
    text.add(failure).add(close);
    around.remove(whole);
  }

  private boolean enter(Object whole, String cycle) {
    boolean entered = around.add(whole);
    if (!entered) {
      text.add(cycle);
    }
    return entered;
  }

  /** Runs what may throw, and says so instead. */
  private static String guarded(Object value, java.util.function.Supplier<@Nullable String> text) {
    try {
      return String.valueOf(text.get());
    } catch (Throwable e) {
      return Names.of(value) + " (toString threw " + Names.of(e) + message(e) + ")";
    }
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : ": " + message;
    } catch (Throwable e) {
      return "";
    }
  }

  /**
   * Tells whether a value is a collection or map of the JDK that writes its elements in the usual
   * way. Views over others are not: they may ask those for their text.
   */
  private static boolean isWalked(Object value) {
    Class<?> type = value.getClass();
    String name = type.getPackageName();
    return type.getClassLoader() == null
        && (name.equals("java.util") || name.equals("java.util.concurrent"))
        && !type.getName()
            .matches(
                "java\\.util\\.Collections\\$(Unmod|Synchr|Checked|AsLIFO|SetFrom|Sequenced).*");
  }
}
