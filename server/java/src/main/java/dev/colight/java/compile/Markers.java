package dev.colight.java.compile;

/** Names in generated sources that are gone from the finished class files. */
final class Markers {
  /** A call that shows the value of its argument. */
  static final String SHOW = "$v";

  /** A call that keeps, and shows, the variable declared in the statement before it. */
  static final String KEEP = "$k";

  /** A call that says that a statement may return from the program, which it begins. */
  static final String MAY_RETURN = "$r";

  /** A call that says that a statement has not returned. */
  static final String GOES_ON = "$g";

  /** Begins the name of the local variable that stands in for one with an inferred type. */
  static final String LOCAL_PREFIX = "$colight$";

  /** Begins the name of the field by which a constant gets its value while its program runs. */
  static final String CONSTANT_PREFIX = "$colight$set$";

  /** Simple name of a type that stands for one that is not inferred yet. */
  static final String UNKNOWN_TYPE = "$colight$unknown";

  private static final String METHOD_PREFIX = "$colight$s";

  private Markers() {}

  /**
   * Returns the name of the method of a statement. It must hide no method of the document, as
   * {@code s0} would.
   */
  static String method(int statement) {
    return METHOD_PREFIX + statement;
  }

  /** Returns what {@link #method} was given, or -1 for another name. */
  static int statement(String method) {
    return method.startsWith(METHOD_PREFIX)
        ? Integer.parseInt(method.substring(METHOD_PREFIX.length()))
        : -1;
  }
}
