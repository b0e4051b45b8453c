package dev.colight.document;

import java.util.List;

/**
 * The regions of a text, from the top: no block reaches across where one ends. Blocks of a region
 * have its role.
 */
public record Layout(List<Region> regions) {
  /**
   * Lines of one role.
   *
   * @param start first line
   * @param end line after the last one
   */
  public record Region(Role role, int start, int end) {}

  /** Returns the layout of a text that is a script. */
  static Layout ofScript(int lines) {
    return new Layout(List.of(new Region(Role.SCRIPT, 0, lines)));
  }

  /**
   * Tells whether this is the same layout after an edit: nothing is another region that the edit
   * did not touch.
   *
   * @param before the layout before
   * @param above number of lines above the edit
   * @param below number of lines below it
   */
  boolean isAsBefore(Layout before, int above, int below) {
    if (regions.size() != before.regions.size()) {
      return false;
    }
    int lines = lines();
    int linesBefore = before.lines();
    for (int i = 0; i < regions.size(); i++) {
      Region now = regions.get(i);
      Region then = before.regions.get(i);
      int start = now.start();
      int was = then.start();
      boolean kept =
          (start <= above && start == was)
              || (lines - start <= below && lines - start == linesBefore - was)
              || (start >= above
                  && was >= above
                  && lines - start >= below
                  && linesBefore - was >= below);
      if (now.role() != then.role() || !kept) {
        return false;
      }
    }
    return true;
  }

  private int lines() {
    return regions.get(regions.size() - 1).end();
  }
}
