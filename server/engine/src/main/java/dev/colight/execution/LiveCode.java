package dev.colight.execution;

import dev.colight.cache.CodeKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells which compiled code a document needs as it is now. All other was of older text; a planner
 * that needs it once more has it compiled once more.
 */
public final class LiveCode {
  private LiveCode() {}

  /** Returns the keys of code that the blocks of a document which is up to date refer to. */
  public static Set<CodeKey> of(PlannerState state) {
    Set<CodeKey> live = new HashSet<>(state.toCompile().keySet());
    for (Cell cell : state.cells().values()) {
      Cell.Resolution resolution = cell.resolution();
      if (resolution != null) {
        live.addAll(resolution.needs());
        resolution.segments().forEach(segment -> live.add(segment.key()));
      }
      live.addAll(cell.links().storages());
      BlockResult result = cell.result();
      if (result != null) {
        for (Write write : result.writes()) {
          live.add(write.storage());
          live.addAll(write.reads());
          live.addAll(write.made());
        }
      }
    }
    for (CodeKey key : Set.copyOf(live)) {
      Compiled done = state.compiled().get(key);
      if (done != null) {
        live.addAll(done.followed().hidden());
      }
    }
    return live;
  }

  /** Tells whether a document has some code, or is about to. */
  public static boolean isKnown(PlannerState state, CodeKey key) {
    return state.compiled().containsKey(key) || state.toCompile().containsKey(key);
  }

  /** Returns a state that does not know some code. */
  public static PlannerState without(PlannerState state, Collection<CodeKey> keys) {
    Work work = new Work(state);
    work.compiled = work.compiled.minusAll(keys);
    work.sources = work.sources.minusAll(keys);
    work.homes = work.homes.minusAll(keys);
    work.footings = work.footings.minusAll(keys);
    return work.freeze();
  }
}
