package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/** Hears of statements, and shows their values. */
interface Values {
  /** A statement of the segment that runs begins. */
  void begin();

  /** Shows the value of a statement of the segment that runs. */
  void show(@Nullable Object value, int statement);
}
