package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.RunKey;
import dev.colight.execution.PlannerState.Written;
import dev.colight.graph.SourceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A result of a block.
 *
 * @param key what it was computed from, or null where nothing ran
 * @param outputs in the order of time
 * @param writes what it left in storages
 * @param inputs for each mutable value that it could get at, the run that had made it. Outputs are
 *     good for any equal state; values are good only together with the objects that they refer to
 * @param sources what the code that it ran stands on in other files
 * @param nanos time in user code
 * @param cached whether it was taken from the cache
 */
public record BlockResult(
    @Nullable RunKey key,
    Outcome outcome,
    List<Output> outputs,
    List<Write> writes,
    Map<CodeKey, Integer> inputs,
    Set<SourceState> sources,
    long nanos,
    boolean cached) {
  static BlockResult of(Outcome outcome) {
    return new BlockResult(null, outcome, List.of(), List.of(), Map.of(), Set.of(), 0, false);
  }

  /** Returns the result of a block that waits for consent, and may yet write to some storages. */
  static BlockResult waiting(Outcome outcome, RunKey key, Collection<CodeKey> storages) {
    List<Write> writes = storages.stream().map(storage -> Write.unknown(storage, key)).toList();
    return new BlockResult(null, outcome, List.of(), writes, Map.of(), Set.of(), 0, false);
  }

  BlockResult asCached() {
    return new BlockResult(key, outcome, outputs, writes, inputs, sources, nanos, true);
  }

  /** Returns the runs that made some values, as far as they are mutable. */
  static Map<CodeKey, Integer> inputs(Collection<@Nullable Written> seen) {
    Map<CodeKey, Integer> runs = new HashMap<>();
    for (Written written : seen) {
      if (written != null && written.write().mutable()) {
        runs.put(written.write().storage(), written.write().run());
      }
    }
    return Map.copyOf(runs);
  }

  /**
   * Returns this result for a place at which it finds some values: where others made them, equal
   * but not the same, the values that this result left belong to objects that nobody has any more.
   */
  BlockResult among(Collection<@Nullable Written> seen) {
    if (writes.stream().noneMatch(Write::mutable)) {
      return this;
    }
    Map<CodeKey, Integer> found = inputs(seen);
    return found.equals(inputs) ? this : losing(write -> write.mutable(), found);
  }

  /** Returns this result with some of the values that it left being gone. */
  BlockResult losing(Set<CodeKey> storages) {
    return losing(write -> storages.contains(write.storage()), inputs);
  }

  private BlockResult losing(Predicate<Write> lost, Map<CodeKey, Integer> newInputs) {
    List<Write> left = new ArrayList<>();
    for (Write write : writes) {
      left.add(lost.test(write) ? write.lost() : write);
    }
    return new BlockResult(
        key, outcome, outputs, List.copyOf(left), newInputs, sources, nanos, cached);
  }
}
