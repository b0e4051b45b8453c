package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.document.BlockId;
import dev.colight.execution.Cell.UnitProblem;
import dev.colight.execution.PlannerState.Owner;
import dev.colight.execution.PlannerState.Running;
import dev.colight.execution.PlannerState.Written;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.Problem;
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
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** Takes the pending blocks as far as they get without waiting for the compiler or the kernel. */
final class Advance {
  /** Units per call of the compiler: enough to be efficient, few enough for the first results. */
  private static final int BATCH = 200;

  /** Blocks that wait for an inferred type before the look ahead gives up. */
  private static final int MAX_WAITING = 8;

  /** Places at which a definition with forward references is tried. */
  private static final int MAX_PLACES = 8;

  private final Work work;
  private final Planner planner;
  private Resolver resolver;

  Advance(Work work, Planner planner) {
    this.work = work;
    this.planner = planner;
    this.resolver = planner.resolver(work);
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
        && work.toCompile.size() < BATCH
        && work.unresolved.containsKey(first.getKey())
        && !waiting.contains(first.getValue());
  }

  /** Returns the blocks that wait for an inferred type. */
  private Set<BlockId> resolveAhead() {
    Set<BlockId> waiting = new HashSet<>();
    for (BlockId id : work.unresolved.values()) {
      if (work.toCompile.size() >= BATCH || waiting.size() >= MAX_WAITING) {
        return waiting;
      }
      Cell cell = work.cell(id);
      Definition missing = resolve(cell);
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

  /**
   * Computes a block's code keys; returns a variable whose type must be inferred first, or null.
   */
  private @Nullable Definition resolve(Cell cell) {
    Map<CodeKey, CompileUnit> needs = new LinkedHashMap<>();
    List<CodeKey> segments = new ArrayList<>();
    List<Integer> segmentUnits = new ArrayList<>();
    Definition missing = null;
    List<Unit> units = cell.analysis().units();
    BodyCollector bodies = new BodyCollector(needs);
    for (int i = 0; i < units.size() && missing == null; i++) {
      Place place = new Place(cell.order(), i);
      if (units.get(i) instanceof StatementUnit statements) {
        CodeNode node = resolver.statements(cell.id(), place, statements);
        missing = resolver.collect(node, needs);
        if (missing == null) {
          segments.add(resolver.key(node));
          segmentUnits.add(i);
          bodies.add(statements.uses(), place);
        }
      }
    }
    Place end = new Place(cell.order(), units.size());
    for (int i = 0; i < units.size() && missing == null; i++) {
      CodeNode node = ownDefinition(cell, i, end);
      if (node != null && resolver.collect(node, needs) == null) {
        work.owners = work.owners.plus(resolver.key(node), new Owner(cell.id(), i));
      }
    }
    if (missing == null) {
      bodies.drain();
    }
    work.own(segments, cell.id(), segmentUnits);
    request(needs);
    work.put(cell.with(new Cell.Resolution(List.copyOf(segments), Set.copyOf(needs.keySet()))));
    return missing;
  }

  /** Returns the node of a function or type that a block defines, or null for other units. */
  private @Nullable CodeNode ownDefinition(Cell cell, int unit, Place place) {
    Unit u = cell.analysis().units().get(unit);
    Place own = new Place(cell.order(), unit);
    if (u instanceof TypeUnit t) {
      return resolver.node(Part.TYPE, new Definition(t.name(), cell.id(), own, t), place);
    }
    return u instanceof FunctionUnit f
        ? resolver.node(Part.FUNCTION_BODY, new Definition(f.name(), cell.id(), own, f), place)
        : null;
  }

  /** Asks for what nobody has compiled yet. */
  private void request(Map<CodeKey, CompileUnit> needs) {
    needs.forEach(
        (key, unit) -> {
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
              work.owners =
                  work.owners.plus(
                      resolver.key(body), new Owner(definition.block(), definition.place().unit()));
              add(function.uses(), next.getValue());
            }
          } else if (definition.unit() instanceof TypeUnit type) {
            add(type.uses(), next.getValue());
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
    List<UnitProblem> problems = new ArrayList<>();
    Outcome refused = check(cell, resolution, problems);
    if (!resolution.needs().equals(cellNeeds(cell))) {
      return false;
    }
    if (refused != null) {
      settleWithoutRun(cell, refused, problems);
      return true;
    }
    if (resolution.segments().isEmpty()) {
      work.link(cell, Reach.of(work, resolver, cell).links());
      settleWithoutRun(work.cell(cell.id()), new Outcome.Completed(), problems);
      return true;
    }
    Reach reach = Reach.of(work, resolver, cell);
    if (!reach.uncompiled.isEmpty()) {
      need(cell, reach.uncompiled);
      return false;
    }
    work.link(cell, reach.links());
    if (reach.blocked != null) {
      settleWithoutRun(work.cell(cell.id()), reach.blocked, problems);
      return true;
    }
    return takeRunnable(work.cell(cell.id()), resolution, reach, problems);
  }

  private Set<CodeKey> cellNeeds(Cell cell) {
    return Objects.requireNonNull(work.cell(cell.id()).resolution()).needs();
  }

  private void settleWithoutRun(Cell cell, Outcome outcome, List<UnitProblem> problems) {
    work.rebase(cell, null);
    Settle.apply(work, work.cell(cell.id()), BlockResult.of(outcome), problems);
  }

  /** Adds to what must be compiled before a block can go on. */
  private void need(Cell cell, Map<CodeKey, CompileUnit> more) {
    Cell.Resolution resolution = Objects.requireNonNull(work.cell(cell.id()).resolution());
    Set<CodeKey> needs = new HashSet<>(resolution.needs());
    needs.addAll(more.keySet());
    work.put(
        work.cell(cell.id()).with(new Cell.Resolution(resolution.segments(), Set.copyOf(needs))));
    request(more);
  }

  private boolean takeRunnable(
      Cell cell, Cell.Resolution resolution, Reach reach, List<UnitProblem> problems) {
    RunKey base = baseKey(resolution, reach);
    int number = work.rebase(cell, base);
    RunKey key =
        number == 0 ? base : new RunKey(Digest.builder().add(base.digest()).add(number).build());
    cell = work.cell(cell.id());
    BlockResult result = cell.result();
    if (!cell.forced()) {
      if (result != null
          && key.equals(result.key())
          && !(result.outcome() instanceof Outcome.Cancelled)) {
        boolean unchanged = problems.equals(cell.problems());
        work.put(cell.with(result, problems));
        Settle.done(work, work.cell(cell.id()), unchanged);
        return true;
      }
      BlockResult cached = work.cache.get(key);
      if (cached != null) {
        Settle.adopt(work, cell, cached, problems);
        return true;
      }
    }
    boolean replaying = false;
    for (Written written : reach.storages.values()) {
      if (written != null && written.write().epoch() != work.epoch) {
        Settle.replay(work, written.block());
        replaying = true;
      }
    }
    if (replaying) {
      return true;
    }
    work.put(cell.with(problems));
    start(work.cell(cell.id()), resolution, reach, key);
    return true;
  }

  private static RunKey baseKey(Cell.Resolution resolution, Reach reach) {
    Digest.Builder digest = Digest.builder().add("run");
    resolution.segments().forEach(key -> digest.add(key.digest()));
    digest.add(reach.links.size());
    reach.links.forEach((from, to) -> digest.add(from.digest()).add(to.digest()));
    reach.storages.forEach(
        (storage, written) -> {
          digest.add(storage.digest());
          if (written != null) {
            digest.add(written.write().version().digest());
          }
        });
    return new RunKey(digest.build());
  }

  private void start(Cell cell, Cell.Resolution resolution, Reach reach, RunKey key) {
    List<RunRequest.Segment> segments = new ArrayList<>();
    Set<CodeKey> kept = new HashSet<>(reach.assigned);
    int segment = 0;
    List<Unit> units = cell.analysis().units();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) instanceof StatementUnit statements) {
        CodeKey code = resolution.segments().get(segment++);
        Map<Integer, List<CodeKey>> declares = new TreeMap<>();
        Compiled done = Objects.requireNonNull(work.compiled.get(code));
        for (ValueDefinition value : statements.values()) {
          CodeKey storage = storage(cell, i, statements, value, done);
          declares.computeIfAbsent(value.statement(), k -> new ArrayList<>()).add(storage);
          kept.add(storage);
          reach.classes.add(storage);
        }
        segments.add(new RunRequest.Segment(code, statements.statements().size(), declares));
      }
    }
    Map<CodeKey, ValueRef> values = new HashMap<>();
    reach.storages.forEach(
        (storage, written) -> {
          if (written != null) {
            values.put(storage, written.write().value());
          }
        });
    RunRequest request =
        new RunRequest(
            new RunId(++work.lastRun),
            key,
            segments,
            Set.copyOf(reach.classes),
            Map.copyOf(reach.links),
            values,
            kept);
    work.running =
        new Running(request.id(), cell.id(), request, reach.links(), TreePVector.empty(), false);
    work.pending = work.pending.minus(cell.order());
    work.commands.add(new PlannerCommand.StartRun(request));
    work.commands.add(new PlannerCommand.TellStarted(cell.id()));
  }

  private CodeKey storage(
      Cell cell, int unit, StatementUnit statements, ValueDefinition value, Compiled done) {
    if (value.typeText() == null) {
      return Objects.requireNonNull(done.inferred().get(value.name()));
    }
    Place place = new Place(cell.order(), unit);
    Definition own = new Definition(value.name(), cell.id(), place, statements);
    return resolver.key(resolver.node(Part.STORAGE, own, place));
  }

  /** Returns why a block cannot run for what the parser and the compiler say, or null. */
  private @Nullable Outcome check(
      Cell cell, Cell.Resolution resolution, List<UnitProblem> problems) {
    Outcome refused = null;
    int segment = 0;
    List<Unit> units = cell.analysis().units();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) instanceof BrokenUnit broken) {
        add(problems, i, broken.problems());
        refused = new Outcome.Invalid();
      } else if (units.get(i) instanceof StatementUnit statements) {
        Compiled done =
            Objects.requireNonNull(work.compiled.get(resolution.segments().get(segment++)));
        Outcome.Blocked blocked = done.succeeded() ? null : missing(cell, i, statements, done);
        if (blocked == null) {
          add(problems, i, done.problems());
        }
        if (!done.succeeded() && refused == null) {
          refused = blocked != null ? blocked : new Outcome.Invalid();
        }
      } else if (!definitionCompiles(cell, i, problems) && refused == null) {
        refused = new Outcome.Invalid();
      }
    }
    return refused;
  }

  private static void add(List<UnitProblem> problems, int unit, List<Problem> added) {
    added.forEach(problem -> problems.add(new UnitProblem(unit, problem)));
  }

  /** Returns what statements that do not compile lack, or null where they are wrong themselves. */
  private Outcome.@Nullable Blocked missing(
      Cell cell, int unit, StatementUnit statements, Compiled done) {
    Place place = new Place(cell.order(), unit);
    Outcome.Blocked missing = Reach.missing(work, done, place, null);
    if (missing != null) {
      return missing;
    }
    CodeNode node = resolver.statements(cell.id(), place, statements);
    for (var entry : resolver.targets(node).entrySet()) {
      for (CodeNode.Target target : entry.getValue()) {
        if (target instanceof CodeNode.ToNode to
            && !to.node().definition.block().equals(cell.id())) {
          Compiled other = work.compiled.get(resolver.key(to.node()));
          if (other != null && !other.succeeded()) {
            Outcome.Blocked inner = Reach.missing(work, other, place, entry.getKey());
            return inner != null
                ? inner
                : new Outcome.Blocked(
                    entry.getKey(), to.node().definition.block(), Outcome.Why.BROKEN, null);
          }
        }
      }
    }
    return null;
  }

  /**
   * Checks a function or type that a block defines: it may use what is defined further down, and is
   * then compiled as seen from there.
   */
  private boolean definitionCompiles(Cell cell, int unit, List<UnitProblem> problems) {
    Place place = new Place(cell.order(), cell.analysis().units().size());
    for (int i = 0; i < MAX_PLACES; i++) {
      CodeNode node = ownDefinition(cell, unit, place);
      Map<CodeKey, CompileUnit> needs = new LinkedHashMap<>();
      if (node == null || resolver.collect(node, needs) != null) {
        return true;
      }
      Compiled done = work.compiled.get(resolver.key(node));
      if (done == null) {
        need(cell, needs);
        return true;
      }
      if (done.succeeded()) {
        add(problems, unit, done.problems());
        return true;
      }
      Place below = place;
      for (Name name : done.unresolved()) {
        Definition next = work.graph.firstBelow(name, place);
        below = next == null ? below : below.max(next.place());
      }
      if (below.equals(place)) {
        if (dependsOnBroken(node, cell)) {
          return true;
        }
        add(problems, unit, done.problems());
        return false;
      }
      place = below;
    }
    return true;
  }

  /** Tells whether a definition does not compile only because another block's does not. */
  private boolean dependsOnBroken(CodeNode node, Cell cell) {
    for (var list : resolver.targets(node).values()) {
      for (CodeNode.Target target : list) {
        if (target instanceof CodeNode.ToBroken) {
          return true;
        }
        if (target instanceof CodeNode.ToNode to
            && !to.node().definition.block().equals(cell.id())) {
          Compiled other = work.compiled.get(resolver.key(to.node()));
          if (other != null && !other.succeeded()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
