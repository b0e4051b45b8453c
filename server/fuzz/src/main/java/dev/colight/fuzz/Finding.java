package dev.colight.fuzz;

/**
 * A difference, and how to see it.
 *
 * @param seed of the document that it was found in
 * @param script the smallest that was found for it, which ends in it
 * @param returns whether it came again when the script did
 */
record Finding(long seed, Script script, Difference difference, boolean returns) {
  /** Returns the text of a file that can be replayed. */
  String file() {
    String remark =
        ("seed " + seed + (returns ? ": " : ", once and not again: ") + difference)
            .lines()
            .map(line -> "# " + line + "\n")
            .reduce("", String::concat);
    return remark + script;
  }
}
