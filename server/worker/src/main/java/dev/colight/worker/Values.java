package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/** Hears of statements, and shows their values. */
interface Values {
  /** A statement of the segment that runs begins. */
  void begin();

  /** A statement says whether the program goes on once it is over. */
  void goesOn(boolean on);

  /** Shows the value of a statement of the segment that runs. */
  void show(@Nullable Object value, int statement);
}
