package dev.colight.execution;

import dev.colight.cache.BoundedCache;
import dev.colight.cache.CodeKey;
import dev.colight.cache.RunKey;
import dev.colight.document.BlockId;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.Name;
import dev.colight.graph.Unit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;

/**
 * The planner's state for one document; immutable.
 *
 * @param cells code blocks
 * @param pending blocks whose result may be out of date, by order
 * @param unresolved those among them whose code keys are to be computed
 * @param compiled what has been compiled
 * @param toCompile what the blocks looked at so far need and nobody has compiled
 * @param compiling whether the compiler is at work
 * @param writes by storage: what each block left there, by order of the block
 * @param readers by storage: blocks that can read it
 * @param reachers by function or type: blocks that can run its code
 * @param sources by key: the unit that it was compiled from, wherever that stands
 * @param homes by key of statements: blocks that have them, and some that had
 * @param footings by key: what code stands on that changes while other files are edited
 * @param sameKey by run key before it was numbered: blocks that have it, by order
 * @param current by run key: the block that shows its result
 * @param repeats by run key before it was numbered: how often people have asked to run it again
 * @param ends blocks that ended the program, by order; none where the document is a script
 * @param inputs by block: names of inputs that somebody has moved, and what each stands at
 * @param cache results, those on show included
 * @param running the run under way
 * @param attempts by run key: what was tried in vain since the last change
 * @param lastRun number of the last kernel run
 * @param firstRun number of the first run of the kernel's process: what earlier runs left is gone
 * @param tally counts since the last change
 */
public record PlannerState(
    BlockGraph graph,
    PMap<BlockId, Cell> cells,
    PSortedMap<Long, BlockId> pending,
    PSortedMap<Long, BlockId> unresolved,
    PMap<CodeKey, Compiled> compiled,
    PMap<CodeKey, CompileUnit> toCompile,
    boolean compiling,
    PMap<CodeKey, PSortedMap<Long, Written>> writes,
    PMap<CodeKey, PSet<BlockId>> readers,
    PMap<Name, PSet<BlockId>> reachers,
    PMap<CodeKey, Unit> sources,
    PMap<CodeKey, PSet<BlockId>> homes,
    PMap<CodeKey, Footing> footings,
    PMap<RunKey, PSortedMap<Long, BlockId>> sameKey,
    PMap<RunKey, BlockId> current,
    PMap<RunKey, Integer> repeats,
    PSortedMap<Long, BlockId> ends,
    PMap<BlockId, PMap<String, String>> inputs,
    BoundedCache<RunKey, BlockResult> cache,
    @Nullable Running running,
    PMap<RunKey, Attempts> attempts,
    int lastRun,
    int firstRun,
    Tally tally,
    Consent consent) {
  /** Bound of the cached results of a document, in the unit of {@link #weight}. */
  private static final long CACHE_BOUND = 24L << 20;

  /** The state of a document without blocks. */
  public static final PlannerState EMPTY =
      new PlannerState(
          BlockGraph.EMPTY,
          HashTreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          false,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          TreePMap.empty(),
          HashTreePMap.empty(),
          BoundedCache.ofBound(CACHE_BOUND, PlannerState::weight),
          null,
          HashTreePMap.empty(),
          0,
          1,
          Tally.NONE,
          Consent.NONE);

  /** A write, and the block that did it. */
  public record Written(BlockId block, Write write) {}

  /**
   * A run of a block.
   *
   * @param verdict what the parser and the compiler say of the block
   * @param seen the writes that gave the storages which it can read their states
   * @param cancelled whether its result is not wanted any more
   */
  public record Running(
      RunId id,
      BlockId block,
      RunRequest request,
      Cell.Links links,
      Cell.Verdict verdict,
      Map<CodeKey, Written> seen,
      PVector<Output> outputs,
      boolean cancelled) {
    Running asCancelled() {
      return new Running(id, block, request, links, verdict, seen, outputs, true);
    }

    Running with(Output output) {
      // Most of what there may be very many of takes nobody's place.
      int replaced = output.emission().id() == null ? -1 : outputs.size() - 1;
      while (replaced >= 0 && !outputs.get(replaced).isReplacedBy(output)) {
        replaced--;
      }
      return new Running(
          id,
          block,
          request,
          links,
          verdict,
          seen,
          replaced < 0 ? outputs.plus(output) : outputs.with(replaced, output),
          cancelled);
    }
  }

  /**
   * Attempts at a run that came to nothing through no fault of its code.
   *
   * @param refused how often in a row the kernel did not begin it
   * @param killed how often its process was ended from outside
   */
  record Attempts(int refused, int killed) {
    static final Attempts NONE = new Attempts(0, 0);
  }

  /**
   * Counts of what was done.
   *
   * @param failed the blocks whose last turn came to nothing
   */
  public record Tally(int executed, int cached, PSet<BlockId> failed, int compiled) {
    static final Tally NONE = new Tally(0, 0, HashTreePSet.empty(), 0);

    Tally executedOne() {
      return new Tally(executed + 1, cached, failed, compiled);
    }

    Tally cachedOne() {
      return new Tally(executed, cached + 1, failed, compiled);
    }

    Tally withFailed(PSet<BlockId> blocks) {
      return new Tally(executed, cached, blocks, compiled);
    }

    Tally withCompiled(int units) {
      return new Tally(executed, cached, failed, compiled + units);
    }
  }

  /** Estimates the size of a result in bytes. */
  private static long weight(BlockResult result) {
    return 500 + 300L * result.writes().size() + weightOf(result.outputs());
  }

  /** Estimates the size of outputs in bytes. */
  static long weightOf(List<Output> outputs) {
    long weight = 0;
    for (Output output : outputs) {
      weight += 200;
      for (String payload : output.emission().mime().values()) {
        weight += 2L * payload.length();
      }
    }
    return weight;
  }

  /** Returns this state with other counts. */
  public PlannerState withTally(Tally newTally) {
    return with(inputs, newTally, consent);
  }

  /** Returns this state with other inputs; to be used before blocks are there that have them. */
  public PlannerState withInputs(PMap<BlockId, PMap<String, String>> newInputs) {
    return with(newInputs, tally, consent);
  }

  /** Returns this state with other blocks that may touch the outside world. */
  public PlannerState withConsent(Consent newConsent) {
    return with(inputs, tally, newConsent);
  }

  private PlannerState with(
      PMap<BlockId, PMap<String, String>> newInputs, Tally newTally, Consent newConsent) {
    return new PlannerState(
        graph,
        cells,
        pending,
        unresolved,
        compiled,
        toCompile,
        compiling,
        writes,
        readers,
        reachers,
        sources,
        homes,
        footings,
        sameKey,
        current,
        repeats,
        ends,
        newInputs,
        cache,
        running,
        attempts,
        lastRun,
        firstRun,
        newTally,
        newConsent);
  }

  /** Tells whether everything is up to date. */
  public boolean idle() {
    return pending.isEmpty() && running == null;
  }

  /** Returns how much there is of all that is kept, by name; for tests and figures. */
  public Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new TreeMap<>();
    sizes.put("cells", cells.size());
    sizes.put("pending", pending.size());
    sizes.put("compiled", compiled.size());
    sizes.put("to compile", toCompile.size());
    sizes.put("writes", writes.size());
    sizes.put("readers", readers.size());
    sizes.put("reachers", reachers.size());
    sizes.put("sources", sources.size());
    sizes.put("homes", homes.values().stream().mapToInt(PSet::size).sum());
    sizes.put("footings", footings.size());
    sizes.put("same keys", sameKey.size());
    sizes.put("current", current.size());
    sizes.put("repeats", repeats.size());
    sizes.put("ends", ends.size());
    sizes.put("cache", cache.size());
    sizes.put("attempts", attempts.size());
    return sizes;
  }
}
