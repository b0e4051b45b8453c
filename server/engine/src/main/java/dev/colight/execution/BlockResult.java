package dev.colight.execution;

import dev.colight.cache.RunKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result of a block.
 *
 * @param key what it was computed from, or null where nothing ran
 * @param outputs in the order of time
 * @param writes what it left in storages
 * @param nanos time in user code
 * @param cached whether it was taken from the cache
 */
public record BlockResult(
    @Nullable RunKey key,
    Outcome outcome,
    List<Output> outputs,
    List<Write> writes,
    long nanos,
    boolean cached) {
  static BlockResult of(Outcome outcome) {
    return new BlockResult(null, outcome, List.of(), List.of(), 0, false);
  }

  BlockResult asCached() {
    return new BlockResult(key, outcome, outputs, writes, nanos, true);
  }
}
