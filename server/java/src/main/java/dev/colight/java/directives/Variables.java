package dev.colight.java.directives;

import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replaces variables in directives as JBang does: <code>${name}</code> by a property, <code>
 * ${env.NAME}</code> by a variable of the environment, <code>${a,b:default}</code> by the first
 * that there is. One that there is not stays as it stands.
 */
public final class Variables {
  private static final Map<String, String> SYSTEMS = Map.of("osx", "mac", "windows", "win");

  private final Function<String, @Nullable String> values;

  /** Creates variables of which a function tells the values, null for what there is not. */
  public Variables(Function<String, @Nullable String> values) {
    this.values = values;
  }

  /** Returns those of this process and this machine. */
  public static Variables ofSystem() {
    return new Variables(Variables::systemValue);
  }

  /** A text in which variables have been replaced. */
  static final class Replaced {
    private final String text;
    private final int[] origins;

    private Replaced(String text, int[] origins) {
      this.text = text;
      this.origins = origins;
    }

    String text() {
      return text;
    }

    /** Returns where in the original a character comes from, or the end. */
    int origin(int index) {
      return origins[index];
    }
  }

  Replaced replace(String original) {
    StringBuilder text = new StringBuilder();
    int[] origins = new int[original.length() + 1];
    int i = 0;
    while (i < original.length()) {
      int from = i;
      String part = original.substring(i, i + 1);
      if (original.startsWith("$$", i)) {
        part = "$";
        i += 2;
      } else if (original.startsWith("${", i) && original.indexOf('}', i) > 0) {
        int end = original.indexOf('}', i);
        String value = value(original.substring(i + 2, end));
        part = value == null ? original.substring(i, end + 1) : value;
        i = end + 1;
      } else {
        i++;
      }
      origins = mark(origins, text.length(), part.length(), from);
      text.append(part);
    }
    origins = mark(origins, text.length(), 1, original.length());
    return new Replaced(text.toString(), origins);
  }

  private static int[] mark(int[] origins, int at, int count, int origin) {
    int[] room = at + count <= origins.length ? origins : Arrays.copyOf(origins, 2 * (at + count));
    Arrays.fill(room, at, at + count, origin);
    return room;
  }

  private @Nullable String value(String expression) {
    int colon = expression.indexOf(':');
    String names = colon < 0 ? expression : expression.substring(0, colon);
    if (expression.equals(":")) {
      return File.pathSeparator;
    }
    for (String name : names.split(",", -1)) {
      String value = name.trim().equals("/") ? File.separator : values.apply(name.trim());
      if (value != null) {
        return value;
      }
    }
    return colon < 0 ? null : expression.substring(colon + 1);
  }

  private static @Nullable String systemValue(String name) {
    if (name.isEmpty()) {
      return null;
    }
    return switch (name) {
      case "os.detected.name" -> os();
      case "os.detected.arch" -> arch();
      case "os.detected.classifier" -> os() + "-" + arch();
      case "os.detected.jfxname" ->
          os().equals("osx") && arch().equals("aarch_64")
              ? "mac-aarch64"
              : SYSTEMS.getOrDefault(os(), os());
      default -> {
        String value = System.getProperty(name);
        yield value == null && name.startsWith("env.")
            ? System.getenv(name.substring("env.".length()))
            : value;
      }
    };
  }

  private static String os() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "osx";
    }
    return name.startsWith("windows") ? "windows" : name.replaceAll("[^a-z0-9]+", "");
  }

  private static String arch() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "aarch_64";
      case "x86", "i386", "i686" -> "x86_32";
      default -> name;
    };
  }
}
