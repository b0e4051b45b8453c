package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.execution.Cell.UnitProblem;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.Problem;
import dev.colight.graph.Statement;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges a block by what the parser and the compiler said of it, and cuts it to what can run: an
 * error in a statement costs that statement and all below it in the block, an error in a function
 * or a type costs that definition.
 */
final class Check {
  /** Places at which a definition with forward references is tried. */
  private static final int MAX_PLACES = 8;

  private final Work work;
  private final Resolver resolver;
  private final Planner planner;
  private final Consumer<Map<CodeKey, CompileUnit>> compiler;
  private final List<UnitProblem> problems = new ArrayList<>();
  private final TreeMap<Integer, Outcome> refusals = new TreeMap<>();
  private final List<Cell.Segment> segments = new ArrayList<>();
  private final Map<CodeKey, CompileUnit> needs = new HashMap<>();
  private final Set<BlockId> awaits = new HashSet<>();
  private boolean cut;

  Check(
      Work work, Resolver resolver, Planner planner, Consumer<Map<CodeKey, CompileUnit>> compiler) {
    this.work = work;
    this.resolver = resolver;
    this.planner = planner;
    this.compiler = compiler;
  }

  /**
   * Sets a block's verdict.
   *
   * @return false where something has to be compiled first
   */
  boolean judge(Cell cell, Cell.Resolution resolution) {
    int segment = 0;
    List<Unit> units = cell.analysis().units();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) instanceof BrokenUnit broken) {
        add(i, broken.problems());
        refuse(i, new Outcome.Invalid());
        cut = true;
      } else if (units.get(i) instanceof StatementUnit) {
        if (segment < resolution.segments().size()) {
          judgeStatements(cell, resolution.segments().get(segment++));
        }
      } else if (units.get(i) instanceof ImportUnit imported) {
        judgeImport(i, imported);
      }
    }
    return isThere(cell, resolution) && judgeDefinitions(cell, resolution);
  }

  /** Tells whether all that the judgement needs has been compiled; else it is asked for. */
  private boolean isThere(Cell cell, Cell.Resolution resolution) {
    if (work.isCompiled(needs.keySet())) {
      return true;
    }
    work.put(cell.with(resolution.needing(needs.keySet())));
    compiler.accept(needs);
    return false;
  }

  /** Judges functions and types once it is known which of the block's own variables there are. */
  private boolean judgeDefinitions(Cell cell, Cell.Resolution resolution) {
    settle(cell, resolution);
    for (int i = 0; i < cell.analysis().units().size(); i++) {
      Outcome refused = definition(cell, i);
      if (refused != null) {
        refuse(i, refused);
      }
    }
    if (!isThere(cell, resolution)) {
      return false;
    }
    settle(cell, resolution);
    work.settle(segments, cell.id());
    planner.publishInferred(work, work.cell(cell.id()));
    Affected.queueAwaiting(work, cell);
    return true;
  }

  private void settle(Cell cell, Cell.Resolution resolution) {
    problems.sort(Comparator.comparingInt(UnitProblem::unit));
    Outcome refused = refusals.isEmpty() ? null : refusals.firstEntry().getValue();
    Cell.Verdict verdict = new Cell.Verdict(refused, List.copyOf(problems));
    work.put(
        cell.with(
            new Cell.Resolution(
                List.copyOf(segments),
                resolution.needs(),
                verdict,
                Set.copyOf(awaits),
                resolution.early())));
  }

  private void refuse(int unit, Outcome outcome) {
    refusals.putIfAbsent(unit, outcome);
  }

  private void add(int unit, List<Problem> added) {
    added.forEach(problem -> problems.add(new UnitProblem(unit, problem)));
  }

  private void judgeImport(int index, ImportUnit unit) {
    String message = planner.importProblem(unit.text());
    String lack = planner.lack();
    if (message != null && lack != null) {
      refuse(index, new Outcome.Lacking(lack));
    } else if (message != null) {
      int last = unit.code().tokenCount() - 1;
      add(index, List.of(new Problem(Problem.Severity.ERROR, message, 0, last)));
      refuse(index, new Outcome.Invalid());
    }
  }

  private void judgeStatements(Cell cell, Cell.Segment segment) {
    Compiled done = work.compiled.get(segment.key());
    if (done == null) {
      return;
    }
    Outcome blocked = done.succeeded() ? null : missing(cell, segment, done);
    if (blocked == null && !done.succeeded()) {
      Place place = new Place(cell.order(), segment.index());
      blocked = lacking(resolver.statements(cell.id(), place, segment.unit()), done);
    }
    if (blocked == null) {
      add(segment.index(), done.problems());
    }
    if (!done.succeeded()) {
      refuse(segment.index(), blocked != null ? blocked : new Outcome.Invalid());
    }
    if (cut) {
      return;
    }
    if (done.succeeded()) {
      segments.add(segment);
      return;
    }
    cut = true;
    keepGoodStatements(cell, segment, done);
  }

  /** Keeps the statements above the first one with an error, if there are any. */
  private void keepGoodStatements(Cell cell, Cell.Segment segment, Compiled done) {
    StatementUnit unit = segment.unit();
    int good = goodStatements(unit, done);
    while (good > 0) {
      unit = planner.prefix(unit, good);
      Place place = new Place(cell.order(), segment.index());
      CodeNode node = resolver.statements(cell.id(), place, unit);
      if (resolver.collect(node, needs) != null) {
        return;
      }
      CodeKey key = resolver.key(node);
      Compiled prefix = work.compiled.get(key);
      if (prefix == null || prefix.succeeded()) {
        segments.add(new Cell.Segment(segment.index(), unit, key));
        return;
      }
      good = goodStatements(unit, prefix);
    }
  }

  /** Returns how many statements stand above the first one with an error. */
  private static int goodStatements(StatementUnit unit, Compiled done) {
    int good = unit.statements().size();
    for (Problem problem : done.problems()) {
      if (problem.severity() == Problem.Severity.ERROR) {
        good = Math.min(good, statementAt(unit, problem.firstToken()));
      }
    }
    return good == unit.statements().size() ? 0 : good;
  }

  private static int statementAt(StatementUnit unit, int token) {
    List<Statement> statements = unit.statements();
    for (int i = 0; i < statements.size(); i++) {
      if (token <= statements.get(i).lastToken()) {
        return i;
      }
    }
    return 0;
  }

  /** Returns the node of a function or type that a block defines, or null for other units. */
  static @Nullable CodeNode ownDefinition(Resolver resolver, Cell cell, int unit, Place place) {
    Unit u = cell.analysis().units().get(unit);
    if (u instanceof TypeUnit t) {
      Definition own = Definition.of(t.name(), cell.id(), cell.order(), unit, t);
      return resolver.node(Part.TYPE, own, place);
    }
    if (u instanceof FunctionUnit f) {
      Definition own = Definition.of(f.name(), cell.id(), cell.order(), unit, f);
      return resolver.node(Part.FUNCTION_BODY, own, place);
    }
    return null;
  }

  /** Returns what statements that do not compile lack, or null where they are wrong themselves. */
  private Outcome.@Nullable Blocked missing(Cell cell, Cell.Segment segment, Compiled done) {
    Place place = new Place(cell.order(), segment.index());
    Outcome.Blocked missing = Reach.missing(work, done, place, null);
    if (missing != null) {
      return missing;
    }
    CodeNode node = resolver.statements(cell.id(), place, segment.unit());
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
   * Tells that code does not compile as things that the document asks for are not there; null where
   * that cannot be why.
   */
  private @Nullable Outcome lacking(CodeNode node, Compiled done) {
    String lack = planner.lack();
    if (lack == null) {
      return null;
    }
    boolean unknown = !done.unresolved().isEmpty();
    for (var list : resolver.targets(node).values()) {
      for (CodeNode.Target target : list) {
        unknown |=
            target instanceof CodeNode.ToImport to && planner.importProblem(to.text()) != null;
      }
    }
    return unknown ? new Outcome.Lacking(lack) : null;
  }

  /**
   * Checks a function or type that a block defines: it may use what is defined further down, and is
   * then compiled as seen from there.
   *
   * @return what refuses it, or null
   */
  private @Nullable Outcome definition(Cell cell, int unit) {
    Place place = Place.ofDeclarations(cell.order(), cell.analysis().units().size());
    for (int i = 0; i < MAX_PLACES; i++) {
      CodeNode node = ownDefinition(resolver, cell, unit, place);
      Map<CodeKey, CompileUnit> code = new LinkedHashMap<>();
      Definition awaited = node == null ? null : resolver.collect(node, code);
      if (awaited != null) {
        awaits.add(awaited.block());
      }
      if (node == null || awaited != null) {
        return null;
      }
      Compiled done = work.compiled.get(resolver.key(node));
      if (done == null) {
        needs.putAll(code);
        return null;
      }
      if (done.succeeded()) {
        add(unit, done.problems());
        return null;
      }
      Place below = place;
      for (Name name : done.unresolved()) {
        Definition next = work.graph.firstBelow(name, place);
        below = next == null ? below : below.max(next.place());
      }
      if (below.equals(place)) {
        if (dependsOnBroken(node, cell)) {
          return null;
        }
        Outcome lacking = lacking(node, done);
        if (lacking == null) {
          add(unit, done.problems());
        }
        return lacking == null ? new Outcome.Invalid() : lacking;
      }
      place = below;
    }
    return null;
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
