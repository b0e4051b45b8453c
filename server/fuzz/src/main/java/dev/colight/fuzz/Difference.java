package dev.colight.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block that shows something else than in a clean run, or a document that does not come to rest.
 *
 * @param step index of the step after which it does
 */
record Difference(int step, String shown, String clean) {
  /**
   * Returns the first block that differs, or null. What does not come to rest differs from all:
   * where the clean run hangs as well, both do what no document should.
   */
  static @Nullable Difference between(int step, List<String> shown, List<String> clean) {
    if (shown.equals(CleanRuns.ENDLESS) || clean.equals(CleanRuns.ENDLESS)) {
      return new Difference(step, String.join("\n", shown), String.join("\n", clean));
    }
    for (int i = 0; i < Math.max(shown.size(), clean.size()); i++) {
      String one = i < shown.size() ? shown.get(i) : "nothing";
      String other = i < clean.size() ? clean.get(i) : "nothing";
      if (!one.equals(other)) {
        return new Difference(step, one, other);
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return "after step " + step + " is shown\n" + shown + "\nwhere a clean run shows\n" + clean;
  }
}
