package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pcollections.HashTreePSet;

/**
 * Queues the blocks that can tell one toolchain from another: those for which an import, or a name
 * that only the language can resolve, means something else. The others keep their results.
 */
final class ToolchainChange {
  private final Work work;
  private final Resolver before;
  private final Resolver now;
  private final ImportResolver imports;

  ToolchainChange(Work work, Resolver before, Resolver now, ImportResolver imports) {
    this.work = work;
    this.before = before;
    this.now = now;
    this.imports = imports;
  }

  void apply(PlannerEvent.ToolchainChanged event) {
    if (!event.process()) {
      newProcess();
    }
    dropUncompiled();
    if (!event.platform()) {
      List.copyOf(work.cells.keySet()).forEach(work::queueUnresolved);
    } else {
      boolean excuse = !Objects.equals(event.imports().lack(), imports.lack());
      Set<Name> changed = new HashSet<>();
      List<Cell> affected = new ArrayList<>();
      for (Cell cell : work.cells.values()) {
        boolean judgedAnew = excuse && isUnwell(cell);
        if (judgedAnew || importsOther(cell.analysis(), event.imports())) {
          affected.add(cell);
        }
        collect(cell, changed);
      }
      affected.forEach(cell -> work.queueUnresolved(cell.id()));
      Affected.queueUsers(work, changed, BlockGraph.EMPTY);
    }
    queueReadersOfOlder();
    Planner.cancelIfAffected(work);
  }

  /**
   * Where a block keeps its result, values that it made are of older classes. Who reads them may
   * tell, if it looks at more than what it calls.
   */
  private void queueReadersOfOlder() {
    for (Cell cell : List.copyOf(work.cells.values())) {
      BlockResult result = cell.result();
      for (Write write : result == null ? List.<Write>of() : result.writes()) {
        if (!now.isPresent(write.sources())) {
          work.queueReaders(write.storage(), cell.order());
        }
      }
    }
  }

  /**
   * Code that is not compiled yet would be with another compiler than its key says. Who waits for
   * it asks again.
   */
  private void dropUncompiled() {
    Set<CodeKey> dropped = work.toCompile.keySet();
    Set<BlockId> waiting = new HashSet<>();
    dropped.forEach(key -> waiting.addAll(work.homes.getOrDefault(key, HashTreePSet.empty())));
    for (BlockId id : work.pending.values()) {
      Cell.Resolution resolution = work.cell(id).resolution();
      if (resolution != null && !Collections.disjoint(resolution.needs(), dropped)) {
        waiting.add(id);
      }
    }
    work.toCompile = PlannerState.EMPTY.toCompile();
    waiting.forEach(work::queueUnresolved);
  }

  /** What the process had is gone; so is the run under way, which is to begin again. */
  private void newProcess() {
    work.loseAll();
    PlannerState.Running running = work.running;
    if (running != null) {
      work.running = null;
      Cell cell = work.cells.get(running.block());
      if (cell != null && !running.cancelled()) {
        work.put(cell.forced(true));
        work.queue(cell.id());
      }
    }
  }

  /**
   * Tells whether what is wrong with a block may be that something is not there: with its result,
   * or with what it has been judged to be and does not show yet, since it runs or waits.
   */
  private static boolean isUnwell(Cell cell) {
    Cell.Resolution resolution = cell.resolution();
    Cell.Verdict judged = resolution == null ? null : resolution.verdict();
    BlockResult result = cell.result();
    return cell.verdict().refused() != null
        || (judged != null && judged.refused() != null)
        || (result != null
            && (result.outcome() instanceof Outcome.Blocked
                || result.outcome() instanceof Outcome.Lacking
                || result.outcome() instanceof Outcome.Invalid));
  }

  private boolean importsOther(BlockAnalysis analysis, ImportResolver old) {
    for (Unit unit : analysis.units()) {
      if (unit instanceof ImportUnit imported) {
        String text = imported.text();
        if (!Objects.equals(old.problem(text), imports.problem(text))) {
          return true;
        }
      }
    }
    return false;
  }

  private void collect(Cell cell, Set<Name> changed) {
    List<Unit> units = cell.analysis().units();
    for (int i = 0; i < units.size(); i++) {
      Place place = new Place(cell.order(), i);
      for (Name name : names(units.get(i))) {
        if (!changed.contains(name)
            && !before.outside(name, place).equals(now.outside(name, place))) {
          changed.add(name);
        }
      }
      if (units.get(i) instanceof StatementUnit statements) {
        // Who uses a variable is compiled against its type, or its value.
        for (ValueDefinition value : statements.values()) {
          if (!Collections.disjoint(value.storageUses(), changed)) {
            changed.add(value.name());
          }
        }
      }
    }
  }

  private static Set<Name> names(Unit unit) {
    if (unit instanceof TypeUnit type) {
      return type.uses();
    } else if (unit instanceof FunctionUnit function) {
      return function.uses();
    } else if (unit instanceof StatementUnit statements) {
      Set<Name> names = new HashSet<>(statements.uses());
      statements.values().forEach(value -> names.addAll(value.storageUses()));
      return names;
    }
    return Set.of();
  }
}
