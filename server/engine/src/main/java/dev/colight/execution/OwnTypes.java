package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.graph.Definition;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.ValueDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what statements are compiled against where that needs the type of a variable of their
 * own: in {@code var log = new StringBuilder(); new User()}, the class may mention {@code log}. The
 * statements up to the variable are then compiled first, for its type.
 */
final class OwnTypes {
  private final Work work;
  private final Resolver resolver;
  private final Planner planner;
  private final Cell cell;
  private final Map<CodeKey, CompileUnit> needs;
  private final Map<Cell.Variable, Storages.State> early;

  /**
   * Prepares to collect for a block.
   *
   * @param needs gets all that must be compiled
   * @param early gets what is found out of the block's own variables
   */
  OwnTypes(
      Work work,
      Resolver resolver,
      Planner planner,
      Cell cell,
      Map<CodeKey, CompileUnit> needs,
      Map<Cell.Variable, Storages.State> early) {
    this.work = work;
    this.resolver = resolver;
    this.planner = planner;
    this.cell = cell;
    this.needs = needs;
    this.early = early;
  }

  /**
   * Collects statements and all that they are compiled against.
   *
   * @return a variable whose type must be inferred first, or null where all is there
   */
  @Nullable Definition collect(CodeNode node, StatementUnit unit) {
    Definition missing = resolver.collect(node, needs);
    while (missing != null && missing.place().equals(node.definition.place())) {
      Definition awaited = infer(missing, node, unit);
      if (awaited != null) {
        return awaited;
      }
      missing = resolver.collect(node, needs);
    }
    return missing;
  }

  /** Finds out the type of a variable; returns one that must be inferred before, or null. */
  private @Nullable Definition infer(Definition variable, CodeNode node, StatementUnit unit) {
    int statements = declaring(variable, unit) + 1;
    if (statements == unit.statements().size()) {
      note(variable, new Storages.Missing()); // what declares it needs its type
      return null;
    }
    StatementUnit above = planner.prefix(unit, statements);
    CodeNode part = resolver.statements(cell.id(), node.at, above);
    Definition awaited = collect(part, above);
    if (awaited != null) {
      return awaited;
    }
    if (work.of(variable) instanceof Storages.Pending) {
      Compiled done = work.compiled.get(resolver.key(part));
      if (done == null) {
        return variable;
      }
      CodeKey storage = done.succeeded() ? done.inferred().get(variable.name()) : null;
      note(variable, storage == null ? new Storages.Missing() : new Storages.Known(storage));
    }
    return null;
  }

  private static int declaring(Definition variable, StatementUnit unit) {
    for (ValueDefinition value : unit.values()) {
      if (value.name().equals(variable.name())) {
        return value.statement();
      }
    }
    throw new IllegalStateException(variable.name() + " is not declared in its statements");
  }

  /** Lets all that ask for the variable's type know. */
  private void note(Definition variable, Storages.State state) {
    early.put(new Cell.Variable(variable.place().unit(), variable.name()), state);
    work.put(
        work.cell(cell.id())
            .with(new Cell.Resolution(List.of(), Set.of(), null, Set.of(), Map.copyOf(early))));
  }
}
