package dev.colight.execution;

import dev.colight.cache.BoundedCache;
import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.document.BlockId;
import dev.colight.document.Stage;
import dev.colight.execution.PlannerState.Attempts;
import dev.colight.execution.PlannerState.Running;
import dev.colight.execution.PlannerState.Tally;
import dev.colight.execution.PlannerState.Written;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Definition;
import dev.colight.graph.Name;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** A planner's state while one event is worked on, and the commands that come of it. */
final class Work implements Storages {
  BlockGraph graph;
  PMap<BlockId, Cell> cells;
  PSortedMap<Long, BlockId> pending;
  PSortedMap<Long, BlockId> unresolved;
  PMap<CodeKey, Compiled> compiled;
  PMap<CodeKey, CompileUnit> toCompile;
  boolean compiling;
  PMap<CodeKey, PSortedMap<Long, Written>> writes;
  PMap<CodeKey, PSet<BlockId>> readers;
  PMap<Name, PSet<BlockId>> reachers;
  PMap<CodeKey, Unit> sources;
  PMap<CodeKey, PSet<BlockId>> homes;
  PMap<CodeKey, Footing> footings;
  PMap<RunKey, PSortedMap<Long, BlockId>> sameKey;
  PMap<RunKey, BlockId> current;
  PMap<RunKey, Integer> repeats;
  PSortedMap<Long, BlockId> ends;
  PMap<BlockId, PMap<String, String>> inputs;
  BoundedCache<RunKey, BlockResult> cache;
  @Nullable Running running;
  PMap<RunKey, Attempts> attempts;
  int lastRun;
  int firstRun;
  Tally tally;
  Consent consent;

  final List<PlannerCommand> commands = new ArrayList<>();

  /** Blocks that became pending. */
  final Set<BlockId> queued = new HashSet<>();

  Work(PlannerState state) {
    graph = state.graph();
    cells = state.cells();
    pending = state.pending();
    unresolved = state.unresolved();
    compiled = state.compiled();
    toCompile = state.toCompile();
    compiling = state.compiling();
    writes = state.writes();
    readers = state.readers();
    reachers = state.reachers();
    sources = state.sources();
    homes = state.homes();
    footings = state.footings();
    sameKey = state.sameKey();
    current = state.current();
    repeats = state.repeats();
    ends = state.ends();
    inputs = state.inputs();
    cache = state.cache();
    running = state.running();
    attempts = state.attempts();
    lastRun = state.lastRun();
    firstRun = state.firstRun();
    tally = state.tally();
    consent = state.consent();
  }

  PlannerState freeze() {
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
        inputs,
        cache,
        running,
        attempts,
        lastRun,
        firstRun,
        tally,
        consent);
  }

  Cell cell(BlockId id) {
    return Objects.requireNonNull(cells.get(id), "no cell");
  }

  void put(Cell cell) {
    cells = cells.plus(cell.id(), cell);
  }

  /** Marks a block as possibly out of date; tells whether it was not marked before. */
  boolean queue(BlockId id) {
    Cell cell = cells.get(id);
    if (cell == null || pending.containsKey(cell.order())) {
      return false;
    }
    pending = pending.plus(cell.order(), id);
    queued.add(id);
    return true;
  }

  /**
   * Marks a block that may have another result than before as possibly out of date, and with it
   * those that read what it wrote, transitively.
   */
  void queueWithReaders(BlockId id) {
    Deque<BlockId> next = new ArrayDeque<>(List.of(id));
    while (!next.isEmpty()) {
      BlockId queuedNow = next.remove();
      if (queue(queuedNow)) {
        Cell cell = cell(queuedNow);
        BlockResult result = cell.result();
        for (Write write : result == null ? List.<Write>of() : result.writes()) {
          next.addAll(readersBelow(write.storage(), cell.order()));
        }
      }
    }
  }

  /** Marks a block as one whose names may mean something else now. */
  void queueUnresolved(BlockId id) {
    Cell cell = cells.get(id);
    if (cell != null) {
      put(cell.with((Cell.@Nullable Resolution) null));
      unresolved = unresolved.plus(cell.order(), id);
      queueWithReaders(id);
    }
  }

  void dequeue(Cell cell) {
    pending = pending.minus(cell.order());
    unresolved = unresolved.minus(cell.order());
  }

  /** Forgets all that is indexed by a block, before it changes or goes. */
  void unlink(Cell cell) {
    link(cell, Cell.Links.NONE);
    removeWrites(cell);
    setEnd(cell, false);
    rebase(cell(cell.id()), null);
    BlockResult result = cell.result();
    if (result != null && result.key() != null) {
      release(result.key(), cell.id());
    }
  }

  /** Notes whether a program ends with a block, or may, as its result says. */
  void noteEnd(Cell cell) {
    BlockResult result = cell.result();
    boolean inProgram = Stage.of(cell.order()) != Stage.SCRIPT;
    setEnd(cell, inProgram && result != null && result.outcome().endsProgram());
  }

  /** Where a program ends elsewhere than before, what is below may run, or not any more. */
  private void setEnd(Cell cell, boolean isEnd) {
    if (ends.containsKey(cell.order()) != isEnd) {
      ends = isEnd ? ends.plus(cell.order(), cell.id()) : ends.minus(cell.order());
      for (Cell other : cells.values()) {
        if (other.order() > cell.order()) {
          queueWithReaders(other.id());
        }
      }
    }
  }

  /** Returns when a program ends with a run of a block. */
  RunRequest.Ending ending(Cell cell) {
    if (Stage.of(cell.order()) == Stage.SCRIPT) {
      return RunRequest.Ending.NEVER;
    }
    boolean more =
        cells.values().stream()
            .anyMatch(
                other ->
                    other.order() > cell.order()
                        && other.analysis().units().stream()
                            .anyMatch(StatementUnit.class::isInstance));
    return more ? RunRequest.Ending.EARLY : RunRequest.Ending.ALWAYS;
  }

  /** Returns the block that ended the program before another one's turn, or may have, or null. */
  @Nullable BlockId endedBefore(Cell cell) {
    var first = ends.isEmpty() ? null : ends.firstEntry();
    return first == null || first.getKey() >= cell.order() ? null : first.getValue();
  }

  void release(RunKey key, BlockId block) {
    if (block.equals(current.get(key))) {
      current = current.minus(key);
    }
  }

  /** Replaces what a block reaches. */
  void link(Cell cell, Cell.Links links) {
    for (CodeKey storage : cell.links().storages()) {
      if (!links.storages().contains(storage)) {
        readers = remove(readers, storage, cell.id());
      }
    }
    for (Name name : cell.links().code()) {
      if (!links.code().contains(name)) {
        reachers = remove(reachers, name, cell.id());
      }
    }
    for (CodeKey storage : links.storages()) {
      readers = add(readers, storage, cell.id());
    }
    for (Name name : links.code()) {
      reachers = add(reachers, name, cell.id());
    }
    put(cell(cell.id()).with(links));
  }

  private static <K> PMap<K, PSet<BlockId>> add(PMap<K, PSet<BlockId>> map, K key, BlockId id) {
    PSet<BlockId> set = map.getOrDefault(key, HashTreePSet.empty());
    return set.contains(id) ? map : map.plus(key, set.plus(id));
  }

  private static <K> PMap<K, PSet<BlockId>> remove(PMap<K, PSet<BlockId>> map, K key, BlockId id) {
    PSet<BlockId> left = map.getOrDefault(key, HashTreePSet.empty()).minus(id);
    return left.isEmpty() ? map.minus(key) : map.plus(key, left);
  }

  /** Takes back a block's writes; returns them. */
  List<Write> removeWrites(Cell cell) {
    List<Write> removed = new ArrayList<>();
    BlockResult result = cell.result();
    if (result != null) {
      for (Write write : result.writes()) {
        PSortedMap<Long, Written> byOrder =
            writes.getOrDefault(write.storage(), TreePMap.empty()).minus(cell.order());
        writes =
            byOrder.isEmpty()
                ? writes.minus(write.storage())
                : writes.plus(write.storage(), byOrder);
        removed.add(write);
      }
    }
    return removed;
  }

  void addWrites(Cell cell) {
    BlockResult result = cell.result();
    if (result != null) {
      for (Write write : result.writes()) {
        PSortedMap<Long, Written> byOrder = writes.getOrDefault(write.storage(), TreePMap.empty());
        writes =
            writes.plus(write.storage(), byOrder.plus(cell.order(), new Written(cell.id(), write)));
      }
    }
  }

  /** Returns the last write to a storage above a block, or null. */
  @Nullable Written writeAbove(CodeKey storage, long order) {
    PSortedMap<Long, Written> byOrder = writes.get(storage);
    if (byOrder == null) {
      return null;
    }
    var above = byOrder.lowerEntry(order);
    return above == null ? null : above.getValue();
  }

  long writeOrderAbove(CodeKey storage, long order) {
    PSortedMap<Long, Written> byOrder = writes.get(storage);
    var above = byOrder == null ? null : byOrder.lowerEntry(order);
    return above == null ? Long.MIN_VALUE : above.getKey();
  }

  /** Takes in that nothing is left of what any run has made. */
  void loseAll() {
    firstRun = lastRun + 1;
  }

  /** Tells whether the kernel has what a write left. */
  boolean isKept(Write write) {
    return write.run() >= firstRun;
  }

  /** Returns what stands for some code in keys of results: other files are left out of it. */
  Digest lasting(CodeKey key) {
    Footing footing = footings.get(key);
    return footing == null ? key.digest() : footing.lasting();
  }

  /** Queues the blocks below a place that can read a storage, and those that read from them. */
  void queueReaders(CodeKey storage, long order) {
    readersBelow(storage, order).forEach(this::queueWithReaders);
  }

  private List<BlockId> readersBelow(CodeKey storage, long order) {
    List<BlockId> below = new ArrayList<>();
    for (BlockId reader : readers.getOrDefault(storage, HashTreePSet.empty())) {
      Cell cell = cells.get(reader);
      if (cell != null && cell.order() > order && !pending.containsKey(cell.order())) {
        below.add(reader);
      }
    }
    return below;
  }

  /**
   * Gives a block its run key before numbering; equal ones below are numbered anew.
   *
   * @return how many blocks above have the same
   */
  int rebase(Cell cell, @Nullable RunKey base) {
    RunKey old = cell.base();
    if (old != null && !old.equals(base)) {
      PSortedMap<Long, BlockId> same =
          sameKey.getOrDefault(old, TreePMap.empty()).minus(cell.order());
      same.tailMap(cell.order()).values().forEach(this::queueWithReaders);
      sameKey = same.isEmpty() ? sameKey.minus(old) : sameKey.plus(old, same);
    }
    put(cell(cell.id()).based(base));
    if (base == null) {
      return 0;
    }
    PSortedMap<Long, BlockId> same = sameKey.getOrDefault(base, TreePMap.empty());
    if (!base.equals(old)) {
      same.tailMap(cell.order()).values().forEach(this::queueWithReaders);
      same = same.plus(cell.order(), cell.id());
      sameKey = sameKey.plus(base, same);
    }
    return same.headMap(cell.order()).size();
  }

  /** Forgets how often blocks of older text were run again, where that is known of too many. */
  void forgetRepeats(int most) {
    if (repeats.size() > most + sameKey.size()) {
      List<RunKey> old = new ArrayList<>(repeats.keySet());
      old.removeIf(sameKey::containsKey);
      repeats = repeats.minusAll(old);
    }
  }

  @Override
  public State of(Definition definition) {
    Cell cell = cells.get(definition.block());
    if (cell == null) {
      return new Missing();
    }
    Cell.Resolution resolution = cell.resolution();
    if (resolution == null) {
      return new Pending();
    }
    if (isBelowBroken(cell, definition)) {
      return new Missing();
    }
    State early =
        resolution.early().get(new Cell.Variable(definition.place().unit(), definition.name()));
    if (early != null && resolution.verdict() == null) {
      return early;
    }
    Compiled done = null;
    for (Cell.Segment segment : resolution.segments()) {
      if (segment.index() <= definition.place().unit()) {
        done = compiled.get(segment.key());
        if (resolution.verdict() == null && (done == null || !done.succeeded())) {
          return new Pending(); // what stands below an error does not run
        }
        done = segment.index() == definition.place().unit() ? done : null;
      }
    }
    if (done == null) {
      return resolution.verdict() == null ? new Pending() : new Missing();
    }
    CodeKey storage = done.inferred().get(definition.name());
    return done.succeeded() && storage != null ? new Known(storage) : new Missing();
  }

  private static boolean isBelowBroken(Cell cell, Definition definition) {
    return cell.analysis().units().stream()
        .limit(definition.place().unit())
        .anyMatch(BrokenUnit.class::isInstance);
  }

  /** Tells whether all of some code has been compiled, with success or without. */
  boolean isCompiled(Set<CodeKey> keys) {
    for (CodeKey key : keys) {
      if (!compiled.containsKey(key)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Notes that a block has some statements. Those that had them and do no more are forgotten when
   * there are twice as many as there were: looking each time would be quadratic in equal blocks.
   */
  void settle(List<Cell.Segment> segments, BlockId block) {
    for (Cell.Segment segment : segments) {
      CodeKey key = segment.key();
      PSet<BlockId> known = homes.getOrDefault(key, HashTreePSet.empty());
      if (!known.contains(block)) {
        boolean doubled = Integer.bitCount(known.size()) == 1;
        homes = homes.plus(key, (doubled ? present(known, key) : known).plus(block));
      }
    }
  }

  private PSet<BlockId> present(PSet<BlockId> known, CodeKey key) {
    PSet<BlockId> present = known;
    for (BlockId id : known) {
      Cell cell = cells.get(id);
      if (cell == null || cell.segments().stream().noneMatch(s -> s.key().equals(key))) {
        present = present.minus(id);
      }
    }
    return present;
  }
}
