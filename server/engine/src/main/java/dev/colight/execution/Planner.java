package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.document.BlockId;
import dev.colight.document.Stage;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.execution.PlannerState.Attempts;
import dev.colight.execution.PlannerState.Running;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.Name;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;

/**
 * Decides what compiles and what runs: a function of a state and an event, which gives a state and
 * commands. It starts nothing and waits for nothing itself.
 *
 * <p>It walks down the document along what a change can affect. Code keys are computed ahead, so
 * that all that must be compiled goes to the compiler in one call; run keys are computed when a
 * block's turn comes, from the versions of what it reads. A block whose key is the one it has keeps
 * its result; one whose key is in the cache takes it from there; else it runs.
 */
public final class Planner {
  /** Stands for the storage of a variable that has none. */
  private static final CodeKey CUT_OFF = new CodeKey(Digest.of("cut off"));

  /** How often in a row a kernel may refuse a run: each time, what it lacks is made again. */
  private static final int MAX_REFUSALS = 5;

  /**
   * How often a run whose process was killed is begun again: what kills all processes of a kind at
   * once may hit the next one, too.
   */
  private static final int MAX_KILLS = 2;

  /** How many inputs a block may have: what has more is no document but a broken client. */
  private static final int MAX_INPUTS = 1_000;

  /** Blocks of older text of which is known how often people have had them run again. */
  private static final int MAX_REPEATS = 1_000;

  private final Analyzer analyzer;
  private final ImportResolver imports;
  private final Digest platform;

  /** Remembers what it resolved for one graph; nothing but speed depends on it. */
  private @Nullable Resolver resolver;

  private @Nullable BlockGraph resolved;

  public Planner(Analyzer analyzer, ImportResolver imports, Digest platform) {
    this.analyzer = analyzer;
    this.imports = imports;
    this.platform = platform;
  }

  /**
   * What an event leads to.
   *
   * @param queued blocks that were up to date and may not be any more
   */
  public record Step(PlannerState state, List<PlannerCommand> commands, Set<BlockId> queued) {}

  /**
   * Works on one event.
   *
   * @param go whether blocks may run; else they are queued and stay so
   */
  public Step step(PlannerState state, PlannerEvent event, boolean go) {
    Work work = new Work(state);
    if (event instanceof PlannerEvent.Changed e) {
      change(work, e);
    } else if (event instanceof PlannerEvent.InputsMoved e) {
      inputsMoved(work, e);
    } else if (event instanceof PlannerEvent.CompileDone e) {
      compileDone(work, e);
    } else if (event instanceof PlannerEvent.KernelSaid e) {
      kernelSaid(work, e.event());
    } else if (event instanceof PlannerEvent.RunAsked e) {
      runAsked(work, e);
    } else if (event instanceof PlannerEvent.CancelAsked) {
      cancelAsked(work);
    } else if (event instanceof PlannerEvent.TimeIsUp e) {
      timeIsUp(work, e);
    } else if (event instanceof PlannerEvent.ToolchainChanged e) {
      new ToolchainChange(
              work, new Resolver(work.graph, e.imports(), platform), resolver(work), imports)
          .apply(e);
    } else if (event instanceof PlannerEvent.RestartAsked) {
      restartAsked(work);
    } else if (event instanceof PlannerEvent.NobodyWatches) {
      dropAllButShown(work);
    }
    boolean output =
        event instanceof PlannerEvent.KernelSaid said
            && said.event() instanceof KernelEvent.Emitted;
    if (go && !output) {
      new Advance(work, this).run();
    }
    return new Step(work.freeze(), work.commands, work.queued);
  }

  /** Returns what will run after the run under way if that ends as expected, or null. */
  public @Nullable Ahead lookAhead(PlannerState state) {
    return new LookAhead(this, state).find();
  }

  /** Returns the first statements of a unit. */
  StatementUnit prefix(StatementUnit unit, int statements) {
    return analyzer.prefix(unit, statements);
  }

  /** Returns why things that the document asks for are not there, or null where they are. */
  @Nullable String lack() {
    return imports.lack();
  }

  /** Returns what is wrong with an import, or null. */
  @Nullable String importProblem(String text) {
    return imports.problem(text);
  }

  /** Returns the resolver for the present graph. */
  Resolver resolver(Work work) {
    Resolver present = resolver;
    if (present == null || resolved != work.graph) {
      present = new Resolver(work.graph, imports, platform);
      resolver = present;
      resolved = work.graph;
    }
    present.use(work);
    return present;
  }

  private void change(Work work, PlannerEvent.Changed event) {
    work.attempts = PlannerState.EMPTY.attempts();
    BlockGraph before = work.graph;
    Set<Name> names = new HashSet<>();
    boolean onDemand = false;
    List<Cell> rewritten = new ArrayList<>();
    for (BlockId id : event.removed()) {
      Cell cell = work.cells.get(id);
      if (cell != null) {
        names.addAll(Affected.names(cell.analysis()));
        onDemand |= Affected.onDemandImportsDiffer(cell.analysis(), null);
        rewritten.add(cell);
        work.graph = work.graph.without(id);
      }
    }
    for (PlannerEvent.Update update : event.updates()) {
      Cell cell = work.cells.get(update.id());
      boolean moved = cell == null || cell.order() != update.order();
      if (cell != null) {
        rewritten.add(cell);
      }
      if (moved) {
        names.addAll(Affected.names(update.analysis()));
        if (cell != null) {
          names.addAll(Affected.names(cell.analysis()));
        }
        onDemand |= Affected.onDemandImportsDiffer(null, update.analysis());
      } else if (cell != null) {
        names.addAll(Affected.changedNames(cell.analysis(), update.analysis()));
      }
      onDemand |=
          cell != null && Affected.onDemandImportsDiffer(cell.analysis(), update.analysis());
      work.graph = work.graph.with(update.id(), update.order(), update.analysis());
    }
    // Everything that was indexed under the old orders goes first: a block may take the order that
    // another one had.
    for (Cell cell : rewritten) {
      Affected.queueReaders(work, cell);
    }
    Map<BlockId, Cell.Links> links = new HashMap<>();
    for (Cell cell : rewritten) {
      links.put(cell.id(), cell.links());
      work.unlink(work.cell(cell.id()));
    }
    rewritten.forEach(work::dequeue);
    for (BlockId id : event.removed()) {
      work.cells = work.cells.minus(id);
      work.inputs = work.inputs.minus(id);
    }
    for (PlannerEvent.Update update : event.updates()) {
      Cell cell = work.cells.get(update.id());
      if (cell == null) {
        work.put(Cell.of(update.id(), update.order(), update.analysis()));
      } else {
        work.put(cell.with(update.order(), update.analysis()));
        relink(work, work.cell(update.id()), links.getOrDefault(update.id(), Cell.Links.NONE));
        Affected.queueReaders(work, work.cell(update.id()));
      }
      work.queueUnresolved(update.id());
    }
    Affected.queueUsers(work, names, before);
    if (onDemand) {
      List.copyOf(work.cells.keySet()).forEach(work::queueUnresolved);
    }
    cancelIfAffected(work);
  }

  private static void inputsMoved(Work work, PlannerEvent.InputsMoved event) {
    event
        .values()
        .forEach(
            (block, moved) -> {
              PMap<String, String> before = work.inputs.getOrDefault(block, HashTreePMap.empty());
              PMap<String, String> after = before.plusAll(moved);
              boolean takes = work.cells.containsKey(block) && after.size() <= MAX_INPUTS;
              if (takes && !after.equals(before)) {
                work.inputs = work.inputs.plus(block, after);
                work.queueWithReaders(block);
              }
            });
    cancelIfAffected(work);
  }

  /** Keeps a changed block's result in the indexes until its turn comes. */
  private static void relink(Work work, Cell cell, Cell.Links links) {
    work.link(cell, links);
    Cell linked = work.cell(cell.id());
    work.addWrites(linked);
    work.noteEnd(linked);
    BlockResult result = linked.result();
    if (result != null && result.key() != null) {
      work.current = work.current.plus(result.key(), cell.id());
    }
  }

  static void cancelIfAffected(Work work) {
    Running running = work.running;
    if (running != null
        && !running.cancelled()
        && (!work.cells.containsKey(running.block())
            || work.pending.containsKey(work.cell(running.block()).order()))) {
      cancelRunning(work, running);
    }
  }

  static void cancelRunning(Work work, Running running) {
    work.running = running.asCancelled();
    work.commands.add(new PlannerCommand.CancelRun());
  }

  private void compileDone(Work work, PlannerEvent.CompileDone event) {
    work.compiling = false;
    int statements = 0;
    for (Compiled done : event.results()) {
      work.compiled = work.compiled.plus(done.key(), done);
      work.toCompile = work.toCompile.minus(done.key());
      for (CodeKey outside : done.followed().hidden()) {
        work.compiled = work.compiled.plus(outside, Compiled.outside(outside));
      }
      if (done.followed().statics().contains(FollowedCode.PROCESS)) {
        followProcess(work);
      }
      statements++;
    }
    work.tally = work.tally.withCompiled(statements);
    for (Compiled done : event.results()) {
      for (BlockId home : work.homes.getOrDefault(done.key(), HashTreePSet.empty())) {
        if (work.cells.containsKey(home)) {
          publishInferred(work, work.cell(home));
        }
      }
    }
  }

  /**
   * From the first code on that can change what all code sees of the process, its state counts for
   * all blocks, be such code there later on or not: what it has changed may be so still.
   */
  private static void followProcess(Work work) {
    if (!work.compiled.containsKey(FollowedCode.PROCESS)) {
      work.compiled =
          work.compiled.plus(FollowedCode.PROCESS, Compiled.outside(FollowedCode.PROCESS));
      BlockId running = work.running == null ? null : work.running.block();
      for (BlockId id : work.cells.keySet()) {
        if (!id.equals(running)) {
          work.queue(id);
        }
      }
      if (running != null && work.cells.containsKey(running)) {
        // What runs already is not to be stopped for this; it reads the process all the same.
        work.link(work.cell(running), work.cell(running).links().reading(FollowedCode.PROCESS));
      }
    }
  }

  /** Tells users of a block's variables where an inferred type is another one now. */
  void publishInferred(Work work, Cell cell) {
    Cell.Resolution resolution = cell.resolution();
    if (resolution == null) {
      return;
    }
    Map<Integer, Compiled> byUnit = new HashMap<>();
    for (Cell.Segment segment : resolution.segments()) {
      Compiled done = work.compiled.get(segment.key());
      if (done == null || (!done.succeeded() && resolution.verdict() == null)) {
        return;
      }
      byUnit.put(segment.index(), done);
    }
    Map<Name, CodeKey> inferred = inferred(cell, byUnit, resolution.verdict() != null);
    if (inferred.equals(cell.inferred())) {
      return;
    }
    Set<Name> changed = new HashSet<>();
    boolean known = false;
    for (Unit unit : cell.analysis().units()) {
      if (unit instanceof StatementUnit statements) {
        for (ValueDefinition value : statements.values()) {
          CodeKey was = cell.inferred().get(value.name());
          if (value.typeText() == null
              && (was == null || !was.equals(inferred.get(value.name())))) {
            changed.add(value.name());
            known |= was != null;
          }
        }
      }
    }
    work.put(cell.inferring(inferred));
    BlockId own = cell.id();
    Cell.Resolution kept = resolution;
    boolean partly = work.unresolved.containsKey(cell.order());
    Affected.queueUsers(work, changed, BlockGraph.EMPTY);
    // A block that declares a variable and uses it further down resolves by itself, unless it was
    // waiting for just this type.
    Cell after = work.cell(own);
    if (after.resolution() == null) {
      work.put(after.with(kept));
      if (!partly) {
        work.unresolved = work.unresolved.minus(after.order());
      }
    }
    if (known) {
      resolver = null;
    }
  }

  /**
   * Returns the storages of a block's variables as others see them: all in one where one is
   * declared twice. Once the block is judged that takes in those whose declarations will not run:
   * who waits for their types waits in vain.
   */
  private static Map<Name, CodeKey> inferred(
      Cell cell, Map<Integer, Compiled> byUnit, boolean judged) {
    Map<Name, CodeKey> inferred = new HashMap<>();
    List<Unit> units = cell.analysis().units();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) instanceof StatementUnit statements) {
        Compiled done = byUnit.get(i);
        for (ValueDefinition value : statements.values()) {
          CodeKey storage = done == null ? null : done.inferred().get(value.name());
          if (storage == null && judged && value.typeText() == null) {
            storage = CUT_OFF;
          }
          if (storage != null) {
            inferred.merge(value.name(), storage, Planner::both);
          }
        }
      }
    }
    return inferred;
  }

  private static CodeKey both(CodeKey above, CodeKey below) {
    return new CodeKey(Digest.builder().add(above.digest()).add(below.digest()).build());
  }

  private void kernelSaid(Work work, KernelEvent event) {
    Running running = work.running;
    if (event instanceof KernelEvent.Emitted e) {
      if (running != null && running.id().equals(e.run()) && !running.cancelled()) {
        Output output = output(work, running, e.emission());
        work.running = running.with(output);
        if (!e.last()) {
          work.commands.add(
              new PlannerCommand.TellOutput(running.block(), output, running.outputs().size()));
        }
      }
    } else if (event instanceof KernelEvent.Finished e) {
      if (running != null && running.id().equals(e.run())) {
        work.running = null;
        work.attempts = work.attempts.minus(running.request().key());
        Settle.finished(work, running, e);
      }
    } else if (event instanceof KernelEvent.Denied e) {
      if (running != null && running.id().equals(e.run())) {
        work.running = null;
        denied(work, running, e);
      }
    } else if (event instanceof KernelEvent.Gone e) {
      if (running != null && running.id().equals(e.run())) {
        work.running = null;
        gone(work, running, e.values());
        refused(work, running);
      }
    } else if (event instanceof KernelEvent.Renewed e) {
      if (running != null && running.id().equals(e.run())) {
        work.running = null;
        work.loseAll();
        refused(work, running);
      }
    } else if (event instanceof KernelEvent.Lost e) {
      lost(work, running, e);
    }
  }

  /** Holds a block that would touch the outside world, unless somebody has asked for it by now. */
  private static void denied(Work work, Running running, KernelEvent.Denied event) {
    Cell cell = work.cells.get(running.block());
    if (cell != null && !running.cancelled() && Advance.isFree(work, cell)) {
      runAgain(work, running);
    } else {
      Settle.denied(work, running, event);
    }
  }

  /** Notes that some values are not kept any more, and whoever made them has to run again. */
  private static void gone(Work work, Running running, Set<ValueRef> values) {
    Map<BlockId, Set<CodeKey>> lost = new HashMap<>();
    running
        .seen()
        .forEach(
            (storage, written) -> {
              if (values.contains(written.write().value())) {
                lost.computeIfAbsent(written.block(), k -> new HashSet<>()).add(storage);
              }
            });
    lost.forEach(
        (block, storages) -> {
          Cell maker = work.cells.get(block);
          BlockResult result = maker == null ? null : maker.result();
          if (maker != null && result != null) {
            Settle.lose(work, maker, result.losing(storages));
          }
        });
  }

  /** Goes for a run once more that was not begun, unless it has been refused too often. */
  private static void refused(Work work, Running running) {
    RunKey key = running.request().key();
    Attempts attempts = work.attempts.getOrDefault(key, Attempts.NONE);
    if (attempts.refused() + 1 < MAX_REFUSALS) {
      work.attempts =
          work.attempts.plus(key, new Attempts(attempts.refused() + 1, attempts.killed()));
      runAgain(work, running);
    } else {
      work.attempts = work.attempts.minus(key);
      Settle.crashed(work, running, "the worker cannot keep the values that it needs");
    }
  }

  private static void runAgain(Work work, Running running) {
    Cell cell = work.cells.get(running.block());
    if (cell != null) {
      work.put(cell.forced(true));
      work.queue(running.block());
    }
  }

  private static void lost(Work work, @Nullable Running running, KernelEvent.Lost event) {
    RunId lost = event.run();
    if (lost != null && (running == null || !running.id().equals(lost))) {
      return; // of a process that was given up already
    }
    work.loseAll();
    boolean expected = lost != null && isEndOfProgram(work, running, event);
    if (lost != null && running != null) {
      work.running = null;
      ended(work, running, event);
    } else if (running != null && !running.cancelled()) {
      // The process went between two runs: this one may have lost what it was to read.
      work.running = running.asCancelled();
      work.put(work.cell(running.block()).forced(true));
      work.queue(running.block());
    }
    if (!expected) {
      work.commands.add(new PlannerCommand.TellLost(event.reason()));
    }
  }

  /** Programs may end their process; scripts go on below. */
  private static boolean isEndOfProgram(
      Work work, @Nullable Running running, KernelEvent.Lost event) {
    Cell cell = running == null ? null : work.cells.get(running.block());
    return event.done() && cell != null && Stage.of(cell.order()) != Stage.SCRIPT;
  }

  /** Goes once more for a run whose process was killed by others; its program may be the cause. */
  private static void ended(Work work, Running running, KernelEvent.Lost event) {
    RunKey key = running.request().key();
    Attempts attempts = work.attempts.getOrDefault(key, Attempts.NONE);
    if (event.outside() && attempts.killed() < MAX_KILLS && !running.cancelled()) {
      work.attempts =
          work.attempts.plus(key, new Attempts(attempts.refused(), attempts.killed() + 1));
      runAgain(work, running);
    } else {
      work.attempts = work.attempts.minus(key);
      if (isEndOfProgram(work, running, event)) {
        Settle.exited(work, running);
      } else {
        Settle.crashed(work, running, event.reason());
      }
    }
  }

  private static Output output(Work work, Running running, Emission emission) {
    Cell cell = work.cells.get(running.block());
    String name = null;
    String type = null;
    if (cell != null && emission.segment() < running.request().segments().size()) {
      Compiled done = work.compiled.get(running.request().segments().get(emission.segment()).key());
      boolean value = emission.kind() == Emission.Kind.VALUE;
      type = value && done != null ? done.types().get(emission.statement()) : null;
      name = value ? declaredName(cell, emission) : null;
    }
    return new Output(emission, name, type);
  }

  private static @Nullable String declaredName(Cell cell, Emission emission) {
    int segment = 0;
    for (Unit unit : cell.analysis().units()) {
      if (unit instanceof StatementUnit statements && segment++ == emission.segment()) {
        for (ValueDefinition value : statements.values()) {
          if (value.statement() == emission.statement()) {
            return value.name().text();
          }
        }
      }
    }
    return null;
  }

  private static void runAsked(Work work, PlannerEvent.RunAsked event) {
    for (Cell cell : List.copyOf(work.cells.values())) {
      Set<BlockId> blocks = event.blocks();
      boolean asked = blocks == null || blocks.contains(cell.id());
      boolean failed =
          cell.result() != null
              && (cell.result().outcome() instanceof Outcome.Cancelled
                  || cell.result().outcome() instanceof Outcome.TimedOut
                  || cell.result().outcome() instanceof Outcome.Crashed);
      if (cell.result() != null
          && cell.result().outcome().waitsForConsent()
          && work.consent.covers(cell.id())) {
        work.queueWithReaders(cell.id());
      }
      if (asked && (event.force() || failed || cell.result() == null)) {
        work.put(cell.forced(true));
        RunKey base = cell.base();
        if (event.force() && base != null) {
          work.repeats = work.repeats.plus(base, work.repeats.getOrDefault(base, 0) + 1);
          work.forgetRepeats(MAX_REPEATS);
        }
        work.queueWithReaders(cell.id());
      }
    }
  }

  private static void cancelAsked(Work work) {
    Running running = work.running;
    if (running != null && !running.cancelled()) {
      cancelRunning(work, running);
      Settle.apply(
          work,
          work.cell(running.block()),
          BlockResult.of(new Outcome.Cancelled()),
          running.verdict());
    }
    // What was only waiting goes on waiting: for the next edit, or for somebody to ask.
    var pending = work.pending;
    var unresolved = work.unresolved;
    for (BlockId id : pending.values()) {
      Settle.cancelled(work, work.cell(id));
    }
    work.pending = work.pending.plusAll(pending);
    work.unresolved = work.unresolved.plusAll(unresolved);
  }

  private static void timeIsUp(Work work, PlannerEvent.TimeIsUp event) {
    Running running = work.running;
    if (running != null && running.id().equals(event.run()) && !running.cancelled()) {
      cancelRunning(work, running);
      Settle.timedOut(work, running, event.limit());
    }
  }

  private static void restartAsked(Work work) {
    work.loseAll();
    work.running = null;
    work.cache = PlannerState.EMPTY.cache();
    work.commands.add(new PlannerCommand.RestartKernel());
    for (Cell cell : List.copyOf(work.cells.values())) {
      work.put(cell.forced(true));
      work.queue(cell.id());
    }
  }

  /** What is shown stays; a run that needs values has their makers run again. */
  private static void dropAllButShown(Work work) {
    work.loseAll();
    work.cache = work.cache.only(work.current::containsKey);
    work.forgetRepeats(0);
    work.commands.add(new PlannerCommand.RestartKernel());
  }
}
