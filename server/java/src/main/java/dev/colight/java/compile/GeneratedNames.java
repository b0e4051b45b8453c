package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Part;
import java.util.regex.Pattern;

/**
 * The names of generated classes and members: an inside matter, which nothing shown to a user may
 * contain.
 *
 * <ul>
 *   <li>a type {@code Point} is {@code colight.T<key>$Point}, a static nested class;
 *   <li>a function interface {@code f} is {@code colight.F<key>} with a static method {@code f};
 *   <li>a function body is {@code colight.M<key>} with a static method {@code do$f};
 *   <li>a storage {@code x} is {@code colight.V<key>} with a static field {@code x};
 *   <li>statements are {@code colight.B<key>} with static methods {@code s0}, {@code s1}, …
 * </ul>
 */
public final class GeneratedNames {
  /** Package of all generated classes. */
  public static final String PACKAGE = "colight";

  /** A letter and the digits of a key. */
  private static final Pattern CLASS = Pattern.compile("[TFMVB][0-9a-f]{32}");

  private GeneratedNames() {}

  /** Tells whether a simple name is that of the top-level class of a compiled unit. */
  static boolean isClass(String simpleName) {
    return CLASS.matcher(simpleName).matches();
  }

  /** Returns the binary name of the top-level class of a compiled unit. */
  public static String className(Part part, CodeKey key) {
    char prefix =
        switch (part) {
          case TYPE -> 'T';
          case FUNCTION_INTERFACE -> 'F';
          case FUNCTION_BODY -> 'M';
          case STORAGE -> 'V';
          case STATEMENTS -> 'B';
        };
    return PACKAGE + "." + prefix + key;
  }

  /** Returns the name of the method that implements a function. */
  public static String bodyMethod(String function) {
    return "do$" + function;
  }

  /** Returns the name of the method that runs a statement. */
  public static String statementMethod(int statement) {
    return "s" + statement;
  }
}
