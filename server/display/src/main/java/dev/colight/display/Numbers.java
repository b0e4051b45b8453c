package dev.colight.display;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;

/** Numbers that stay what they are. */
public final class Numbers {
  private static final Set<Class<?>> FIXED =
      Set.of(
          Integer.class,
          Long.class,
          Double.class,
          Float.class,
          Short.class,
          Byte.class,
          BigInteger.class,
          BigDecimal.class);

  private Numbers() {}

  /**
   * Tells whether a number never changes, and runs no code but the platform's. Counters and those
   * of classes of the document's may do either.
   */
  public static boolean isFixed(Number number) {
    return FIXED.contains(number.getClass());
  }
}
