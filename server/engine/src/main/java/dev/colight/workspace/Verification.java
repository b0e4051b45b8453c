package dev.colight.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the comparison of what a document shows with a clean run of its text has ended. */
public sealed interface Verification {
  /**
   * Both are there.
   *
   * @param shown what was compared
   * @param differences blocks that show something else, in order
   * @param unclaimed blocks whose present text has not run: what is shown for them, if anything, is
   *     marked as old, so that there is nothing to compare
   * @param unfinished blocks that did not end in the time that there was: where they are shown, in
   *     the clean run, or in both, so that nobody knows what they show in the end
   */
  record Compared(
      DocumentSnapshot shown,
      List<Difference> differences,
      List<BlockView> unclaimed,
      List<BlockView> unfinished)
      implements Verification {}

  /** There is nothing to compare. */
  record Abandoned(Cause cause) implements Verification {}

  /**
   * A block that shows something else than a clean run.
   *
   * @param expected what a clean run shows, null where it has no such block
   */
  record Difference(BlockView block, @Nullable ResultView expected, ResultView actual) {}

  /** Why there is nothing to compare. */
  enum Cause {
    NOT_OPEN,
    CLOSED,
    CANCELLED,
    /** Another verification of the same document was asked for. */
    REPLACED,
    /** The document may not run, or not any more. */
    UNTRUSTED
  }
}
