package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Version;
import dev.colight.graph.Name;
import java.util.Map;
import java.util.Set;

/**
 * What a run left in a storage.
 *
 * @param version names the state
 * @param value the value, in the kernel's keeping
 * @param run number of the run that made the value, or 0 where the kernel does not have it any more
 * @param mutable whether the value can be changed in place
 * @param reach functions and types that code in the value may run; empty where it holds no code
 * @param reads storages that code in the value may read or assign: a lambda keeps to the variable
 *     that it was compiled against, whatever its name means further down
 * @param calls where calls of functions went when the value was made, for code in it: there they go
 *     from where the function cannot be bound, as what it uses means something else
 * @param shares other storages that can get at some of the same mutable objects
 * @param defined false where the block should have defined it but did not get that far
 */
public record Write(
    CodeKey storage,
    Version version,
    ValueRef value,
    int run,
    boolean mutable,
    Set<Name> reach,
    Set<CodeKey> reads,
    Map<CodeKey, CodeKey> calls,
    Set<CodeKey> shares,
    boolean defined) {
  /**
   * Tells whether readers cannot tell one from the other. Two runs may leave equal states, but in
   * objects of their own: who shares them has to be told.
   */
  boolean sameState(Write other) {
    return version.equals(other.version)
        && defined == other.defined
        && mutable == other.mutable
        && (!mutable || run == other.run)
        && reach.equals(other.reach)
        && reads.equals(other.reads)
        && calls.equals(other.calls)
        && shares.equals(other.shares);
  }

  /** Returns the same state, shared with others than before. */
  Write sharing(Set<CodeKey> newShares) {
    return new Write(
        storage, version, value, run, mutable, reach, reads, calls, newShares, defined);
  }

  /** Returns the same state, which the kernel does not have any more. */
  Write lost() {
    return new Write(storage, version, value, 0, mutable, reach, reads, calls, shares, defined);
  }
}
