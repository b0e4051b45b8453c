package dev.colight.java.analysis;

import dev.colight.graph.BrokenUnit;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the units of a block in order and decides which statements become one. A run of statements
 * goes on past imports, types and methods, but not past a second definition of one, which the
 * statements below it must see, nor past broken code, which need not keep those above it from
 * running. Used by one thread.
 */
final class UnitList {
  private final List<Supplier<Unit>> units = new ArrayList<>();
  private final Set<Definition> definitions = new HashSet<>();
  private @Nullable StatementRun run;

  private record Definition(Name name, String signature) {}

  List<Unit> units() {
    return units.stream().map(Supplier::get).toList();
  }

  void add(ImportUnit unit) {
    units.add(() -> unit);
  }

  void define(TypeUnit unit) {
    define(unit, new Definition(unit.name(), ""));
  }

  void define(FunctionUnit unit) {
    define(unit, new Definition(unit.name(), unit.signature()));
  }

  private void define(Unit unit, Definition definition) {
    units.add(() -> unit);
    if (!definitions.add(definition)) {
      run = null;
    }
  }

  void addBroken(BrokenUnit unit) {
    if (run != null && run.isEmpty()) {
      // It was made for what turned out to be broken, just now.
      units.remove(units.size() - 1);
    }
    units.add(() -> unit);
    run = null;
  }

  /** Returns the run that takes the next statement. */
  StatementRun run() {
    StatementRun current = run;
    if (current == null || current.isFull()) {
      current = new StatementRun();
      run = current;
      units.add(current::unit);
    }
    return current;
  }

  /** Returns the run that takes the declaration of a variable next, which is declared in it. */
  StatementRun runThatDeclares(Name variable) {
    if (run != null && !run.canDeclare(variable)) {
      run = null;
    }
    StatementRun current = run();
    current.declare(variable);
    return current;
  }
}
