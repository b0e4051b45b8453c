package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.cache.Version;
import dev.colight.graph.Name;
import dev.colight.graph.SourceState;
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
 * @param made statements whose code the value may hold, as far as that has effects
 * @param sources what the code that made the value stands on in other files, where it holds code:
 *     with other code there is no getting at it
 * @param hidden code with static state that who looks inside the value can get at
 * @param shares other storages that can get at some of the same mutable objects
 * @param defined false where the block should have defined it but did not get that far
 * @param unknown whether a block that is held may yet give it another state
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
    Set<CodeKey> made,
    Set<SourceState> sources,
    Set<CodeKey> hidden,
    Set<CodeKey> shares,
    boolean defined,
    boolean unknown) {
  /** Returns what is left in a storage as far as anybody knows before a block has run. */
  static Write unknown(CodeKey storage, RunKey key) {
    Version version =
        new Version(
            Digest.builder().add("unknown").add(key.digest()).add(storage.digest()).build());
    return new Write(
        storage,
        version,
        new ValueRef(key, storage),
        0,
        false,
        Set.of(),
        Set.of(),
        Map.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        true);
  }

  /**
   * Tells whether readers cannot tell one from the other. Two runs may leave equal states, but in
   * objects of their own: who shares them has to be told.
   */
  boolean sameState(Write other) {
    return version.equals(other.version)
        && defined == other.defined
        && unknown == other.unknown
        && mutable == other.mutable
        && (!mutable || run == other.run)
        && reach.equals(other.reach)
        && reads.equals(other.reads)
        && calls.equals(other.calls)
        && made.equals(other.made)
        && sources.equals(other.sources)
        && hidden.equals(other.hidden)
        && shares.equals(other.shares);
  }

  /** Tells whether the value is immutable and holds no code: it says all that it does. */
  boolean isPlain() {
    return defined
        && !unknown
        && !mutable
        && reach.isEmpty()
        && reads.isEmpty()
        && calls.isEmpty()
        && made.isEmpty()
        && sources.isEmpty()
        && hidden.isEmpty()
        && shares.isEmpty();
  }

  /** Returns the same state, shared with others than before. */
  Write sharing(Set<CodeKey> newShares) {
    return new Write(
        storage, version, value, run, mutable, reach, reads, calls, made, sources, hidden,
        newShares, defined, unknown);
  }

  /** Returns the same state, which the kernel does not have any more. */
  Write lost() {
    return new Write(
        storage, version, value, 0, mutable, reach, reads, calls, made, sources, hidden, shares,
        defined, unknown);
  }
}
