package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Part;

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

  private static final int KEY_LENGTH = 32;

  private GeneratedNames() {}

  /** Tells whether a simple name is that of the top-level class of a compiled unit. */
  static boolean isClass(String simpleName) {
    if (simpleName.length() != 1 + KEY_LENGTH || "TFMVB".indexOf(simpleName.charAt(0)) < 0) {
      return false;
    }
    for (int i = 1; i <= KEY_LENGTH; i++) {
      char c = simpleName.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether a name, with slashes or dots, is that of a class of a compiled unit. Sources
   * without a package are in the same package: nothing else says who sees what of them.
   */
  public static boolean isGenerated(String name) {
    int start = PACKAGE.length() + 1;
    int end = start + 1 + KEY_LENGTH;
    return name.length() >= end
        && name.startsWith(PACKAGE)
        && (name.length() == end || name.charAt(end) == '$')
        && isClass(name.substring(start, end));
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
