package dev.colight.fuzz;

import java.util.Locale;

/** What has been done so far. Owned by one thread. */
final class Tally {
  long documents;

  /** Texts that followed another one. */
  long edits;

  /** Texts whose results were compared with those of a clean run. */
  long comparisons;

  /** Times that workers were killed. */
  long kills;

  /** Documents in which there was a difference. */
  long differences;

  /** Blocks that ran, and those that had to: since the last report on a document with both. */
  long executed;

  long needed;

  private final boolean reports;

  Tally(boolean reports) {
    this.reports = reports;
  }

  /** Tells whether what had to run is to be found out. */
  boolean reports() {
    return reports;
  }

  @Override
  public String toString() {
    String text =
        documents
            + " documents, "
            + edits
            + " edits, "
            + comparisons
            + " comparisons, "
            + differences
            + " differences";
    text += kills == 0 ? "" : ", " + kills + " kills";
    return reports
        ? text
            + String.format(
                Locale.ROOT,
                ", %d blocks ran where %d had to (%.2f)",
                executed,
                needed,
                (double) executed / Math.max(1, needed))
        : text;
  }
}
