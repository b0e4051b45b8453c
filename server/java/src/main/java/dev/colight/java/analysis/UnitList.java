package dev.colight.java.analysis;

import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the units of a block in order and decides which statements become one. A run of statements
 * ends where a type, a method or an import stands: those below see it, those above what the name
 * meant there. And it ends at broken code, which need not keep those above it from running. Used by
 * one thread.
 */
final class UnitList {
  private final List<Supplier<Unit>> units = new ArrayList<>();
  private @Nullable StatementRun run;

  List<Unit> units() {
    return units.stream().map(Supplier::get).toList();
  }

  /** Adds a definition, or an import. */
  void add(Unit unit) {
    units.add(() -> unit);
    run = null;
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
