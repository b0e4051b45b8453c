package dev.colight.execution;

import dev.colight.graph.BlockGraph;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Definition;
import dev.colight.graph.Name;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.ValueDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which variables others are compiled with the value of: those that may be constants, and
 * whose initialisers use no others. Knows one version of the graph, and remembers what it found.
 */
final class Constants {
  private final BlockGraph graph;
  private final Map<Definition, Boolean> known = new HashMap<>();

  Constants(BlockGraph graph) {
    this.graph = graph;
  }

  /** Returns the names of those among the variables that statements declare. */
  Set<Name> of(Definition statements) {
    Set<Name> names = new HashSet<>();
    for (ValueDefinition value : ((StatementUnit) statements.unit()).values()) {
      boolean candidate = value.typeText() != null && value.constant() != null;
      if (candidate
          && is(
              new Definition(
                  value.name(), statements.block(), statements.place(), statements.unit()))) {
        names.add(value.name());
      }
    }
    return Set.copyOf(names);
  }

  /** Tells whether a definition is that of such a variable. */
  boolean is(Definition definition) {
    ValueDefinition value = definition.value();
    ValueDefinition.@Nullable Constant constant = value == null ? null : value.constant();
    if (constant == null) {
      return false;
    }
    Boolean done = known.get(definition);
    if (done != null) {
      return done;
    }
    known.put(definition, false); // one whose value needs itself is none
    boolean all = constant.uses().stream().allMatch(name -> mayBePartOfOne(name, definition));
    known.put(definition, all);
    return all;
  }

  /** Where a name is a type's, or an import's, the compiler finds out. */
  private boolean mayBePartOfOne(Name name, Definition of) {
    return graph.lookup(name, of.place()).stream()
        .allMatch(
            found ->
                !(found.unit() instanceof BrokenUnit)
                    && (!(found.unit() instanceof StatementUnit) || is(found)));
  }
}
