package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.document.BlockId;
import dev.colight.execution.PlannerState.Running;
import dev.colight.execution.PlannerState.Written;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/** Takes the pending blocks as far as they get without waiting for the compiler or the kernel. */
final class Advance {
  /** Units in the first call of the compiler after a change: few, for the first results. */
  private static final int FIRST_BATCH = 24;

  /** Units per call of the compiler at most: enough to be efficient. */
  private static final int LARGEST_BATCH = 400;

  /** The pragma by which a block may touch the outside world whenever it runs. */
  private static final String RUN_ON_TYPE = "run-on-type";

  /** Blocks that wait for an inferred type before the look ahead gives up. */
  private static final int MAX_WAITING = 8;

  private final Work work;
  private final Planner planner;

  /** Units for the next call of the compiler: as many as all calls since the change had. */
  private final int batch;

  private Resolver resolver;

  Advance(Work work, Planner planner) {
    this.work = work;
    this.planner = planner;
    this.resolver = planner.resolver(work);
    this.batch = Math.min(LARGEST_BATCH, Math.max(FIRST_BATCH, work.tally.compiled()));
  }

  void run() {
    boolean going = true;
    while (going) {
      Set<BlockId> waiting = resolveAhead();
      going =
          work.running == null
              && !work.pending.isEmpty()
              && (takeFirst() || becameUnresolved(waiting));
    }
    if (!work.compiling && !work.toCompile.isEmpty()) {
      work.compiling = true;
      work.commands.add(new PlannerCommand.Compile(List.copyOf(work.toCompile.values())));
    }
  }

  /** Returns whether the first pending block is done with. */
  private boolean takeFirst() {
    Cell cell = work.cell(Objects.requireNonNull(work.pending.firstEntry()).getValue());
    Cell.Resolution resolution = cell.resolution();
    return resolution != null
        && !work.unresolved.containsKey(cell.order())
        && work.isCompiled(resolution.needs())
        && take(cell, resolution);
  }

  /**
   * Tells whether the first pending block is to be resolved again: what a block further down was
   * found to define concerns it.
   */
  private boolean becameUnresolved(Set<BlockId> waiting) {
    var first = work.pending.firstEntry();
    return first != null
        && work.toCompile.size() < batch
        && work.unresolved.containsKey(first.getKey())
        && !waiting.contains(first.getValue());
  }

  /** Returns the blocks that wait for an inferred type. */
  private Set<BlockId> resolveAhead() {
    Set<BlockId> waiting = new HashSet<>();
    for (BlockId id : work.unresolved.values()) {
      if (work.toCompile.size() >= batch || waiting.size() >= MAX_WAITING) {
        return waiting;
      }
      Cell cell = work.cell(id);
      Definition missing = resolve(cell);
      while (missing != null && isKnownByNow(cell, missing)) {
        missing = resolve(work.cell(id));
      }
      if (missing == null) {
        work.unresolved = work.unresolved.minus(cell.order());
        planner.publishInferred(work, work.cell(id));
        resolver = planner.resolver(work);
      } else {
        waiting.add(id);
        Cell definer = work.cells.get(missing.block());
        if (definer != null
            && definer.resolution() == null
            && !work.unresolved.containsKey(definer.order())) {
          work.queueUnresolved(definer.id());
        }
      }
    }
    return waiting;
  }

  /** Tells whether a block that stopped at a variable of its own need not wait for the compiler. */
  private boolean isKnownByNow(Cell cell, Definition missing) {
    return missing.block().equals(cell.id()) && !(work.of(missing) instanceof Storages.Pending);
  }

  /**
   * Computes a block's code keys; returns a variable whose type must be inferred first, or null.
   */
  private @Nullable Definition resolve(Cell cell) {
    Map<CodeKey, CompileUnit> needs = new LinkedHashMap<>();
    List<Cell.Segment> segments = new ArrayList<>();
    Map<Cell.Variable, Storages.State> early =
        new HashMap<>(cell.resolution() == null ? Map.of() : cell.resolution().early());
    Definition missing = null;
    List<Unit> units = cell.analysis().units();
    BodyCollector bodies = new BodyCollector(needs);
    for (int i = 0; i < units.size() && missing == null; i++) {
      Place place = new Place(cell.order(), i);
      if (units.get(i) instanceof StatementUnit statements) {
        CodeNode node = resolver.statements(cell.id(), place, statements);
        missing =
            new OwnTypes(work, resolver, planner, cell, needs, early).collect(node, statements);
        if (missing != null && isBrokenHere(cell, missing, segments)) {
          missing = null;
          break;
        }
        if (missing == null) {
          segments.add(new Cell.Segment(i, statements, resolver.key(node)));
          bodies.add(statements.uses(), place);
        }
      }
    }
    Place end = Place.ofDeclarations(cell.order(), units.size());
    for (int i = 0; i < units.size() && missing == null; i++) {
      CodeNode node = Check.ownDefinition(resolver, cell, i, end);
      if (node != null) {
        // Where a type is not inferred yet, it is compiled with those that use it.
        var unused = resolver.collect(node, needs);
      }
    }
    if (missing == null) {
      bodies.drain();
    }
    work.settle(segments, cell.id());
    request(needs);
    work.put(
        cell.with(
            new Cell.Resolution(
                List.copyOf(segments),
                Set.copyOf(needs.keySet()),
                null,
                Set.of(),
                Map.copyOf(early))));
    return missing;
  }

  /**
   * Tells whether a variable is declared further up in the same block by statements that do not
   * compile, or that stand below such: those that need it will not run.
   */
  private boolean isBrokenHere(Cell cell, Definition missing, List<Cell.Segment> above) {
    return missing.block().equals(cell.id())
        && above.stream()
            .filter(segment -> segment.index() <= missing.place().unit())
            .map(segment -> work.compiled.get(segment.key()))
            .anyMatch(done -> done != null && !done.succeeded());
  }

  /** Asks for what nobody has compiled yet. */
  private void request(Map<CodeKey, CompileUnit> needs) {
    needs.forEach(
        (key, unit) -> {
          if (!work.sources.containsKey(key)) {
            work.sources = work.sources.plus(key, unit.unit());
          }
          Footing footing = resolver.footing(key);
          if (footing != null) {
            work.footings = work.footings.plus(key, footing);
          }
          if (!work.compiled.containsKey(key)) {
            work.toCompile = work.toCompile.plus(key, unit);
          }
        });
  }

  /** Collects the bodies of all functions that some names lead to. */
  private final class BodyCollector {
    private final Map<CodeKey, CompileUnit> needs;
    private final Deque<Map.Entry<Name, Place>> queue = new ArrayDeque<>();
    private final Set<Map.Entry<Name, Place>> seen = new HashSet<>();

    BodyCollector(Map<CodeKey, CompileUnit> needs) {
      this.needs = needs;
    }

    void add(Set<Name> names, Place place) {
      for (Name name : names) {
        Map.Entry<Name, Place> entry = Map.entry(name, place);
        if (seen.add(entry)) {
          queue.add(entry);
        }
      }
    }

    void drain() {
      while (!queue.isEmpty()) {
        Map.Entry<Name, Place> next = queue.remove();
        for (Definition definition : work.graph.lookup(next.getKey(), next.getValue())) {
          if (definition.unit() instanceof FunctionUnit function) {
            CodeNode body = resolver.node(Part.FUNCTION_BODY, definition, next.getValue());
            if (resolver.collect(body, needs) == null) {
              add(function.uses(), next.getValue().within(definition));
            }
          } else if (definition.unit() instanceof TypeUnit type) {
            add(type.uses(), next.getValue().within(definition));
          }
        }
      }
    }
  }

  /**
   * Gives a block, all of whose code is compiled, its result or starts it.
   *
   * @return false where it has to wait
   */
  private boolean take(Cell cell, Cell.Resolution resolution) {
    Cell.Verdict verdict = resolution.verdict();
    if (verdict == null) {
      return new Check(work, resolver, planner, this::request).judge(cell, resolution);
    }
    BlockId ended = resolution.segments().isEmpty() ? null : work.endedBefore(cell);
    if (ended != null) {
      // It says what it requires all the same, whatever ran before in its place.
      work.link(cell, Reach.of(work, resolver, cell).links());
      Outcome outcome = ended(ended);
      if (!(outcome instanceof Outcome.Waiting waits && asksFor(waits, cell.id()))) {
        settleWithoutRun(work.cell(cell.id()), outcome, verdict);
      }
      return true;
    }
    Outcome refused = verdict.refused();
    if (resolution.segments().isEmpty()) {
      work.link(cell, Reach.of(work, resolver, cell).links());
      Outcome outcome = refused == null ? new Outcome.Completed() : refused;
      settleWithoutRun(work.cell(cell.id()), outcome, verdict);
      return true;
    }
    Reach reach = Reach.of(work, resolver, cell);
    if (!reach.uncompiled.isEmpty()) {
      work.put(cell.with(resolution.needing(reach.uncompiled.keySet())));
      request(reach.uncompiled);
      return false;
    }
    work.link(cell, reach.links());
    if (reach.blocked != null) {
      settleWithoutRun(work.cell(cell.id()), reach.blocked, verdict);
      return true;
    }
    return takeRunnable(work.cell(cell.id()), resolution, reach, verdict);
  }

  /** After a return nothing is wrong with what does not run, other than after an exception. */
  private Outcome ended(BlockId block) {
    BlockResult end = work.cell(block).result();
    if (end != null && end.outcome().waitsForConsent()) {
      return new Outcome.Waiting(
          end.outcome() instanceof Outcome.Waiting waits ? waits.held() : block, null);
    }
    return end != null && end.outcome() instanceof Outcome.Completed
        ? new Outcome.Completed()
        : new Outcome.Blocked(Name.function("main"), block, Outcome.Why.ENDED, null);
  }

  /** Where somebody has asked for a block, that goes for those that it needs too: they are next. */
  private boolean asksFor(Outcome.@Nullable Waiting waits, BlockId asked) {
    if (waits == null || !work.consent.covers(asked)) {
      return false;
    }
    work.consent = work.consent.and(waits.held());
    work.queue(waits.held());
    return true;
  }

  /** Returns why a block may not run unless somebody asks for what it touches, or null. */
  private @Nullable Outcome mustWait(Cell cell, Reach reach) {
    if (reach.waits != null) {
      return reach.waits;
    }
    if (isFree(work, cell)) {
      return null;
    }
    List<CodeKey> own = cell.segments().stream().map(Cell.Segment::key).toList();
    EffectSearch.Reached found = EffectSearch.first(own, reach.effects, reach.bodies());
    return found == null ? null : new Outcome.Held(found.effect(), found.code());
  }

  /** Tells whether a block may touch the outside world. */
  static boolean isFree(Work work, Cell cell) {
    return work.consent.covers(cell.id()) || cell.analysis().pragmas().contains(RUN_ON_TYPE);
  }

  /** Has a block wait; whatever its run could set or change is unknown until then. */
  private void keepWaiting(
      Cell cell, Outcome outcome, RunKey base, Reach reach, Cell.Verdict verdict) {
    Set<CodeKey> storages = kept(cell, reach);
    storages.addAll(probes(reach));
    Settle.apply(work, cell, BlockResult.waiting(outcome, base, storages), verdict);
  }

  /** Returns the storages that a run declares, or may assign to. */
  private Set<CodeKey> kept(Cell cell, Reach reach) {
    Set<CodeKey> kept = new HashSet<>(reach.assigned);
    for (Cell.Segment segment : cell.segments()) {
      segment.unit().values().forEach(value -> kept.add(storage(cell, segment, value)));
    }
    return kept;
  }

  /**
   * Returns the storages whose objects a run may change. All code could change the process: as long
   * as a block is held nobody waits for that.
   */
  private static Set<CodeKey> probes(Reach reach) {
    Set<CodeKey> probes = new HashSet<>(reach.statics);
    reach.storages.forEach(
        (storage, written) -> {
          if (written != null && (written.write().mutable() || written.write().unknown())) {
            probes.add(storage);
          }
        });
    probes.remove(FollowedCode.PROCESS);
    return probes;
  }

  private void settleWithoutRun(Cell cell, Outcome outcome, Cell.Verdict verdict) {
    work.rebase(cell, null);
    Settle.apply(work, work.cell(cell.id()), BlockResult.of(outcome), verdict);
  }

  private boolean takeRunnable(
      Cell cell, Cell.Resolution resolution, Reach reach, Cell.Verdict verdict) {
    Map<String, String> inputs = work.inputs.getOrDefault(cell.id(), HashTreePMap.empty());
    RunKey base = baseKey(cell, resolution, reach, inputs);
    RunKey key = numbered(base, work.rebase(cell, base), work.repeats.getOrDefault(base, 0));
    cell = work.cell(cell.id());
    BlockResult result = cell.result();
    if (!cell.forced()) {
      if (result != null
          && key.equals(result.key())
          && isFor(result)
          && !(result.outcome() instanceof Outcome.Cancelled)) {
        BlockResult here = result.among(reach.storages.values());
        if (here != result) {
          Settle.lose(work, cell, here);
          cell = work.cell(cell.id());
          result = here;
        }
        boolean unchanged = verdict.equals(cell.verdict()) && Settle.isOfItsText(cell);
        work.put(cell.with(result, verdict));
        Settle.done(work, work.cell(cell.id()), unchanged);
        return true;
      }
      BlockResult cached = work.cache.get(key);
      if (cached != null
          && isFor(cached)
          && !(cached.outcome().waitsForConsent() && isFree(work, cell))) {
        Settle.adopt(work, cell, cached.among(reach.storages.values()), verdict);
        return true;
      }
    }
    Outcome wait = mustWait(cell, reach);
    if (wait != null) {
      if (!asksFor(reach.waits, cell.id())) {
        keepWaiting(cell, wait, base, reach, verdict);
      }
      return true;
    }
    boolean replaying = false;
    for (Written written : reach.storages.values()) {
      if (written != null && !isThere(written.write())) {
        Settle.replay(work, written.block());
        replaying = true;
      }
    }
    if (replaying) {
      return true;
    }
    start(cell, resolution, verdict, reach, key);
    return true;
  }

  /** Tells whether a result still says what a run would say: a trace names lines of other files. */
  private boolean isFor(BlockResult result) {
    return !(result.outcome() instanceof Outcome.Threw) || resolver.isPresent(result.sources());
  }

  /** Tells whether code can get at a value: the kernel has it, and its classes are the present. */
  private boolean isThere(Write write) {
    return work.isKept(write) && resolver.isPresent(write.sources());
  }

  private static RunKey numbered(RunKey base, int number, int repeats) {
    return number == 0 && repeats == 0
        ? base
        : new RunKey(Digest.builder().add(base.digest()).add(number).add(repeats).build());
  }

  /**
   * Returns what a run is computed from. Other files are in it by what of them the code can run,
   * and by the types of the variables that it reads and declares.
   */
  private RunKey baseKey(
      Cell cell, Cell.Resolution resolution, Reach reach, Map<String, String> inputs) {
    Digest.Builder digest = Digest.builder().add("run");
    resolution.segments().forEach(segment -> digest.add(work.lasting(segment.key())));
    addLinks(digest, reach.linksAtStart());
    resolution.segments().forEach(segment -> addLinks(digest, reach.relinksAt(segment)));
    if (!reach.sources.isEmpty()) {
      new TreeSet<>(kept(cell, reach)).forEach(storage -> digest.add(storage.digest()));
      reach.members.forEach(digest::add);
      if (reach.inside) {
        digest.add(resolver.present(reach.sources));
      }
    }
    reach.storages.forEach(
        (storage, written) -> {
          digest.add(storage.digest());
          if (written != null) {
            digest.add(written.write().version().digest());
          }
        });
    if (!inputs.isEmpty()) {
      digest.add("inputs").add(inputs.size());
      new TreeMap<>(inputs).forEach((name, value) -> digest.add(name).add(value));
    }
    return new RunKey(digest.build());
  }

  private void addLinks(Digest.Builder digest, Map<CodeKey, CodeKey> bound) {
    Set<Digest> links = new TreeSet<>();
    bound.forEach(
        (from, to) ->
            links.add(Digest.builder().add(work.lasting(from)).add(work.lasting(to)).build()));
    digest.add(links.size());
    links.forEach(digest::add);
  }

  private void start(
      Cell cell, Cell.Resolution resolution, Cell.Verdict verdict, Reach reach, RunKey key) {
    List<RunRequest.Segment> segments = new ArrayList<>();
    Set<CodeKey> kept = kept(cell, reach);
    for (Cell.Segment segment : resolution.segments()) {
      StatementUnit statements = segment.unit();
      Map<Integer, List<CodeKey>> declares = new TreeMap<>();
      for (ValueDefinition value : statements.values()) {
        CodeKey storage = storage(cell, segment, value);
        declares.computeIfAbsent(value.statement(), k -> new ArrayList<>()).add(storage);
        reach.classes.add(storage);
      }
      segments.add(
          new RunRequest.Segment(
              segment.key(),
              statements.text().hashCode(),
              statements.statements().size(),
              Map.copyOf(reach.relinksAt(segment)),
              declares));
    }
    Map<CodeKey, ValueRef> values = new HashMap<>();
    Map<CodeKey, Written> seen = new HashMap<>();
    reach.storages.forEach(
        (storage, written) -> {
          if (written != null) {
            values.put(storage, written.write().value());
            seen.put(storage, written);
          }
        });
    RunRequest request =
        new RunRequest(
            new RunId(++work.lastRun),
            key,
            segments,
            Set.copyOf(reach.classes),
            Map.copyOf(reach.linksAtStart()),
            values,
            kept,
            probes(reach),
            Set.copyOf(reach.statics),
            work.inputs.getOrDefault(cell.id(), HashTreePMap.empty()),
            isFree(work, cell),
            work.ending(cell));
    work.running =
        new Running(
            request.id(),
            cell.id(),
            request,
            reach.links(),
            verdict,
            Map.copyOf(seen),
            TreePVector.empty(),
            false);
    work.pending = work.pending.minus(cell.order());
    work.commands.add(new PlannerCommand.StartRun(request));
    work.commands.add(new PlannerCommand.TellStarted(cell.id()));
  }

  private CodeKey storage(Cell cell, Cell.Segment segment, ValueDefinition value) {
    if (value.typeText() == null) {
      Compiled done = Objects.requireNonNull(work.compiled.get(segment.key()));
      return Objects.requireNonNull(done.inferred().get(value.name()));
    }
    Place place = new Place(cell.order(), segment.index());
    Definition own = new Definition(value.name(), cell.id(), place, segment.unit());
    return resolver.key(resolver.node(Part.STORAGE, own, place));
  }
}
