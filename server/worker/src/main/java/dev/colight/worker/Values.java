package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/** Shows the values of statements. */
interface Values {
  /** Shows the value of a statement of the segment that runs. */
  void show(@Nullable Object value, int statement);
}
