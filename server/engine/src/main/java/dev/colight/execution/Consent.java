package dev.colight.execution;

import dev.colight.document.BlockId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Which blocks may touch the outside world in the present run: those that somebody has asked to
 * run. All others are held.
 */
public record Consent(boolean all, PSet<BlockId> blocks) {
  /** Nobody has asked for anything. */
  public static final Consent NONE = new Consent(false, HashTreePSet.empty());

  /** Everything may run. */
  public static final Consent ALL = new Consent(true, HashTreePSet.empty());

  /** Returns the consent to some blocks, or to all for null. */
  public static Consent to(@Nullable Set<BlockId> blocks) {
    return blocks == null ? ALL : new Consent(false, HashTreePSet.from(blocks));
  }

  /** Tells whether a block may run. */
  public boolean covers(BlockId block) {
    return all || blocks.contains(block);
  }

  /** Returns the consent to one more block. */
  Consent and(BlockId block) {
    return covers(block) ? this : new Consent(all, blocks.plus(block));
  }
}
