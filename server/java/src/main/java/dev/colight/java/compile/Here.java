package dev.colight.java.compile;

/**
 * What stands in probed code for the place that somebody asks about: calls of it fit wherever an
 * expression does. Never called.
 */
@SuppressWarnings(
    "TypeParameterUnusedInFormals") // so that it is whatever is wanted where it stands
public final class Here {
  /** Its methods' name, which no document has. */
  public static final String NAME = "here$colight";

  private Here() {}

  /** Stands for an expression that is not written yet. */
  public static native <R> R here$colight();

  /** Stands for a member of its argument, or, of a cast of null, of that type. */
  public static native <R> R here$colight(Object receiver);
}
