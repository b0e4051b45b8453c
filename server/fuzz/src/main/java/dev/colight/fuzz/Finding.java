package dev.colight.fuzz;

/**
 * A difference, and how to see it.
 *
 * @param seed of the document that it was found in
 * @param script the smallest that was found for it
 */
record Finding(long seed, Script script, Difference difference) {
  /** Returns the text of a file that can be replayed. */
  String file() {
    String remark =
        ("seed " + seed + ": " + difference)
            .lines()
            .map(line -> "# " + line + "\n")
            .reduce("", String::concat);
    return remark + script;
  }
}
