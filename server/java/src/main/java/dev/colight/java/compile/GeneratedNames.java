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
 *
 * <p>Those of a program of the package {@code acme} run as {@code acme.colight_T<key>$Point}.
 */
public final class GeneratedNames {
  /** Package of all generated classes. */
  public static final String PACKAGE = "colight";

  /** Begins the simple names of generated classes that run in another package. */
  private static final String PLACED = PACKAGE + "_";

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

  /**
   * Returns the name under which a class runs, with slashes: generated ones go to the package of
   * their document, so that they see what is in it.
   *
   * @param home that package, with slashes
   */
  static String placed(String name, String home) {
    return home.equals(PACKAGE) || !isGenerated(name)
        ? name
        : home + "/" + PLACED + name.substring(PACKAGE.length() + 1);
  }

  /** Returns what {@link #placed} was given, with dots or slashes as here. */
  public static String compiled(String placed) {
    int start = placed.lastIndexOf(PLACED);
    return start > 0 && isGenerated(PACKAGE + "." + placed.substring(start + PLACED.length()))
        ? PACKAGE + placed.charAt(start - 1) + placed.substring(start + PLACED.length())
        : placed;
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
