package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Version;
import dev.colight.graph.Name;
import java.util.Set;

/**
 * What a run left in a storage.
 *
 * @param version names the state
 * @param value the value, in the kernel's keeping
 * @param epoch the kernel process that keeps it
 * @param reach functions and types that code in the value may run; empty for an immutable value of
 *     JDK types
 * @param reads storages that code in the value may read or assign: a lambda keeps to the variable
 *     that it was compiled against, whatever its name means further down
 * @param defined false where the block should have defined it but did not get that far
 */
public record Write(
    CodeKey storage,
    Version version,
    ValueRef value,
    int epoch,
    Set<Name> reach,
    Set<CodeKey> reads,
    boolean defined) {
  /** Tells whether readers cannot tell one from the other. */
  boolean sameState(Write other) {
    return version.equals(other.version)
        && defined == other.defined
        && reach.equals(other.reach)
        && reads.equals(other.reads);
  }
}
