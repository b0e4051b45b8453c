package dev.colight.worker;

/** Called by compiled statements with the values that they show. */
public final class Hook {
  private Hook() {}

  public static void value(Object value, int statement) {}
}
