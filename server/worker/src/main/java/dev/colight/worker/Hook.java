package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/** Called by compiled statements when they begin, and with the values that they show. */
public final class Hook {
  private static volatile @Nullable Values values;

  private Hook() {}

  /** Says where values go. */
  static void install(Values newValues) {
    values = newValues;
  }

  /** Called at the beginning of each statement, on its own thread. */
  public static void begin() {
    present().begin();
  }

  /** Called at the beginning of a statement that may return: it has, unless it says otherwise. */
  public static void mayReturn() {
    present().goesOn(false);
  }

  /** Called at the end of such a statement. */
  public static void goesOn() {
    present().goesOn(true);
  }

  public static void value(@Nullable Object value, int statement) {
    present().show(value, statement);
  }

  private static Values present() {
    Values present = values;
    if (present == null) {
      throw new IllegalStateException("no run is under way");
    }
    return present;
  }

  public static void value(boolean value, int statement) {
    value((Object) value, statement);
  }

  public static void value(byte value, int statement) {
    value((Object) value, statement);
  }

  public static void value(short value, int statement) {
    value((Object) value, statement);
  }

  public static void value(char value, int statement) {
    value((Object) value, statement);
  }

  public static void value(int value, int statement) {
    value((Object) value, statement);
  }

  public static void value(long value, int statement) {
    value((Object) value, statement);
  }

  public static void value(float value, int statement) {
    value((Object) value, statement);
  }

  public static void value(double value, int statement) {
    value((Object) value, statement);
  }
}
