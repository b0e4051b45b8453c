package dev.colight.worker.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the names of generated classes and methods into those that the document has for them.
 *
 * <p>{@code colight.T<32 hex digits>$Point} is shown as {@code Point}. Classes that the compiler
 * made up keep what they have of a name, as in {@code jshell}: the first anonymous class of a block
 * is {@code 1}. {@code acme.colight_T<32 hex digits>$Point}, of a program of the package {@code
 * acme}, is shown as {@code acme.Point}. {@code acme.Util$colight_<32 hex digits>}, a class of the
 * workspace, is shown as {@code acme.Util}, and {@code colight.Util$colight_<32 hex digits>}, one
 * without a package, as {@code Util}.
 */
public final class ShownNames {
  /** Name of the class loader of generated classes: the JVM puts it into its messages. */
  public static final String LOADER = "colight";

  private static final String GENERATED = "(?:colight//)?colight[./_][TFMVB][0-9a-f]{32}";

  /**
   * The loader of a generated class in the package of its document, before the rest of its name.
   */
  private static final String LOADED = "colight//(?=[\\w./]+[./]colight_[TFMVB][0-9a-f]{32})";

  /** What cannot be the start of a generated name is longer than this or has another character. */
  private static final int LONGEST = 128;

  /** Tells versions of a class of the workspace from each other. */
  private static final String VERSION = "\\$colight_[0-9a-f]{32}";

  /** The package of a class of the workspace that is of none, before the rest of its name. */
  private static final String UNNAMED = "(?:colight//)?colight[./](?=\\w+" + VERSION + ")";

  private static final Pattern NAME =
      Pattern.compile(
          LOADED + "|" + GENERATED + "(?:\\.do\\$|[.$])?|" + UNNAMED + "|(?<=\\w)" + VERSION);

  private static final Pattern LOADER_ID = Pattern.compile("'colight' @[0-9a-f]+");

  private static final Pattern CLASS =
      Pattern.compile("(?:[\\w.]+\\.)?colight[._]([TFMVB])([0-9a-f]{32})(?:\\$(.*))?");

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(?:(.+)\\$)?[0-9]+");

  private ShownNames() {}

  /** Returns the text without anything that only generated code has. */
  public static String scrub(String text) {
    if (!text.contains("colight")) {
      return text;
    }
    String scrubbed = NAME.matcher(text).replaceAll("");
    return LOADER_ID.matcher(scrubbed).replaceAll("'app'");
  }

  /**
   * Returns how much of a text's end may be the start of a generated name that is still being
   * written.
   */
  public static int unfinished(CharSequence text) {
    Matcher matcher = NAME.matcher(text);
    for (int i = Math.max(0, text.length() - LONGEST); i < text.length(); i++) {
      if (text.charAt(i) == 'c' || (text.charAt(i) == '$' && i > 0)) {
        matcher.region(i, text.length());
        if ((matcher.lookingAt() && matcher.end() == text.length()) || matcher.hitEnd()) {
          return text.length() - i;
        }
      }
    }
    return 0;
  }

  /** Returns a class as its name is written, nested ones with dots. */
  public static String type(String binaryName) {
    return CLASS.matcher(binaryName).matches()
        ? scrub(binaryName).replace('$', '.')
        : scrub(binaryName);
  }

  /** Returns the 32 digits that a generated class is named after, or null for another class. */
  public static @Nullable String key(String binaryName) {
    Matcher matcher = CLASS.matcher(binaryName);
    return matcher.matches() ? matcher.group(2) : null;
  }

  /** Tells whether a class only passes calls on to a function's body. */
  public static boolean isInterface(String binaryName) {
    Matcher matcher = CLASS.matcher(binaryName);
    return matcher.matches() && matcher.group(1).equals("F");
  }

  /** Tells whether a class holds the value of a variable. */
  public static boolean isStorage(String binaryName) {
    Matcher matcher = CLASS.matcher(binaryName);
    return matcher.matches() && matcher.group(1).equals("V");
  }

  /** Tells whether a method runs a top-level statement. */
  public static boolean isStatement(String binaryName, String method) {
    Matcher matcher = CLASS.matcher(binaryName);
    return matcher.matches()
        && matcher.group(1).equals("B")
        && matcher.group(3) == null
        && method.matches("s[0-9]+");
  }

  /**
   * Returns how a method is called in a stack trace: {@code f} for a function of the document,
   * {@code Point.scaled} for a method of a type, nothing for code at top level, lambdas included.
   */
  public static String function(String binaryName, String method) {
    Matcher matcher = CLASS.matcher(binaryName);
    if (!matcher.matches()) {
      return scrub(binaryName) + "." + method;
    }
    Matcher lambda = LAMBDA.matcher(method);
    String own = method;
    if (lambda.matches()) {
      own = lambda.group(1) == null ? "lambda" : lambda.group(1);
    }
    String nested = matcher.group(3);
    if (nested != null) {
      String type =
          nested.replaceAll("(^|\\$)[0-9]+", "$1").replace('$', '.').replaceAll("^\\.+|\\.+$", "");
      return type.isEmpty() ? own : type + "." + own;
    }
    if (matcher.group(1).equals("B")) {
      return "";
    }
    return own.startsWith("do$") ? own.substring(3) : own;
  }
}
