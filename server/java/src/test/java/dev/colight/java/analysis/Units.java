package dev.colight.java.analysis;

import dev.colight.document.Role;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The units of a block, and questions that tests ask of them. */
record Units(List<Unit> all) {
  static Units of(String code) {
    return new Units(analyze(code).units());
  }

  static BlockAnalysis analyze(String code) {
    return new JavaAnalyzer().analyze(Role.SCRIPT, Arrays.asList(code.split("\n", -1)));
  }

  <U extends Unit> List<U> of(Class<U> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns the only unit, which must be of a kind. */
  <U extends Unit> U only(Class<U> kind) {
    if (all.size() != 1 || !kind.isInstance(all.get(0))) {
      throw new AssertionError("one " + kind.getSimpleName() + " expected, but was " + all);
    }
    return kind.cast(all.get(0));
  }

  List<String> problems() {
    return of(BrokenUnit.class).stream()
        .flatMap(unit -> unit.problems().stream())
        .map(problem -> problem.message())
        .toList();
  }

  Set<Name> uses() {
    Set<Name> uses = new LinkedHashSet<>();
    of(TypeUnit.class).forEach(unit -> uses.addAll(unit.uses()));
    of(FunctionUnit.class).forEach(unit -> uses.addAll(unit.uses()));
    of(StatementUnit.class).forEach(unit -> uses.addAll(unit.uses()));
    return uses;
  }

  Set<Name> assigns() {
    Set<Name> assigns = new LinkedHashSet<>();
    of(StatementUnit.class).forEach(unit -> assigns.addAll(unit.assigns()));
    return assigns;
  }
}
