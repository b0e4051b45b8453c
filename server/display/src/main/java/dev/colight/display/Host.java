package dev.colight.display;

import org.jspecify.annotations.Nullable;

/** Where a document runs: shows what it displays, and knows where its inputs stand. */
public interface Host {
  /** Returns a name for a display that can be updated, unique in what runs. */
  String newId();

  /**
   * Shows a value.
   *
   * @param id the display whose place it takes, where there is one of that name
   */
  void show(String id, @Nullable Object value);

  /**
   * Returns what an input stands at, or null where nobody has moved it.
   *
   * @throws IllegalArgumentException where there is another input of that name already
   */
  @Nullable String input(String name);
}
