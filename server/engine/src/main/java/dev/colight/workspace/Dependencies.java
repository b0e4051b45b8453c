package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.execution.Cell;
import dev.colight.execution.PlannerState;
import dev.colight.execution.PlannerState.Written;
import dev.colight.execution.Toolchain;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who needs what of whom in a document, as its blocks ran last.
 *
 * @param needs by block, in the order of the document: what it needs of blocks above it
 * @param outside by block: what it uses of libraries and of the project, as in imports
 * @param libraries where libraries and the project's classes are, in the order of the class path
 */
public record Dependencies(
    Map<BlockId, List<Need>> needs, Map<BlockId, Set<String>> outside, List<String> libraries) {
  /**
   * Something that a block needs of another one.
   *
   * @param provider the other one
   * @param names what is needed by name, as {@code a} or {@code f()}, or an import's text
   * @param changes whether the other one has changed objects that this one can get at
   */
  public record Need(BlockId provider, Set<String> names, boolean changes) {}

  /** Reads them off a document's state. */
  static Dependencies of(PlannerState state, Toolchain toolchain) {
    return new Collector(state, toolchain).collect();
  }

  /** Returns the blocks that may run again where one changes, itself not among them, in order. */
  public List<BlockId> affectedBy(BlockId changed) {
    return affectedBy(Set.of(changed));
  }

  /** Returns the blocks that may run again where some change, themselves not among them. */
  public List<BlockId> affectedBy(Set<BlockId> changed) {
    Map<BlockId, Set<BlockId>> users = new HashMap<>();
    needs.forEach(
        (user, all) ->
            all.forEach(
                need -> users.computeIfAbsent(need.provider(), k -> new HashSet<>()).add(user)));
    Set<BlockId> reached = new HashSet<>();
    Deque<BlockId> open = new ArrayDeque<>(changed);
    while (!open.isEmpty()) {
      for (BlockId user : users.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(user)) {
          open.add(user);
        }
      }
    }
    reached.removeAll(changed);
    return needs.keySet().stream().filter(reached::contains).toList();
  }

  /** Collects them, block by block. */
  private static final class Collector {
    private final PlannerState state;
    private final Toolchain toolchain;

    /** The imports of the document whose names are known only by looking into what they name. */
    private final List<Definition> onDemand = new ArrayList<>();

    Collector(PlannerState state, Toolchain toolchain) {
      this.state = state;
      this.toolchain = toolchain;
    }

    Dependencies collect() {
      Map<Long, Cell> inOrder = new TreeMap<>();
      state.cells().values().forEach(cell -> inOrder.put(cell.order(), cell));
      Map<BlockId, List<Need>> needs = new LinkedHashMap<>();
      Map<BlockId, Set<String>> outside = new LinkedHashMap<>();
      for (Cell cell : inOrder.values()) {
        Map<BlockId, Set<String>> names = new LinkedHashMap<>();
        Set<String> libraries = new TreeSet<>();
        addNames(cell, names, libraries);
        Set<BlockId> changers = changers(cell);
        changers.forEach(block -> names.computeIfAbsent(block, k -> new TreeSet<>()));
        List<Need> own = new ArrayList<>();
        names.forEach((block, used) -> own.add(new Need(block, used, changers.contains(block))));
        own.sort((a, b) -> Long.compare(order(a.provider()), order(b.provider())));
        needs.put(cell.id(), own);
        outside.put(cell.id(), libraries);
        noteImports(cell);
      }
      return new Dependencies(needs, outside, toolchain.libraries());
    }

    private long order(BlockId block) {
      Cell cell = state.cells().get(block);
      return cell == null ? Long.MAX_VALUE : cell.order();
    }

    private void noteImports(Cell cell) {
      List<Unit> units = cell.analysis().units();
      for (int i = 0; i < units.size(); i++) {
        if (units.get(i) instanceof ImportUnit unit && unit.onDemand()) {
          Place place = new Place(cell.order(), i);
          onDemand.add(new Definition(Name.type(unit.text()), cell.id(), place, unit));
        }
      }
    }

    private void addNames(Cell cell, Map<BlockId, Set<String>> names, Set<String> libraries) {
      BlockAnalysis analysis = cell.analysis();
      for (int i = 0; i < analysis.units().size(); i++) {
        Place place = new Place(cell.order(), i);
        for (Name name : uses(analysis.units().get(i))) {
          List<Definition> found = state.graph().lookup(name, place);
          found.stream()
              .filter(definition -> definition.unit() instanceof ImportUnit)
              .forEach(definition -> addImport(cell, definition, names, libraries));
          if (found.isEmpty()) {
            addOnDemand(cell, name, place, names, libraries);
          }
        }
      }
      Place end = new Place(cell.order(), analysis.units().size());
      Set<Name> reached = new TreeSet<>(cell.links().names());
      reached.addAll(cell.links().code());
      for (Name name : reached) {
        for (Definition definition : state.graph().lookup(name, end)) {
          if (!(definition.unit() instanceof ImportUnit)) {
            add(cell, definition.block(), name.toString(), names);
          }
        }
      }
    }

    private void addImport(
        Cell cell, Definition definition, Map<BlockId, Set<String>> names, Set<String> libraries) {
      String text = ((ImportUnit) definition.unit()).text();
      add(cell, definition.block(), "import " + text, names);
      if (!toolchain.imports().origin(text).isEmpty()) {
        libraries.add(text);
      }
    }

    private void addOnDemand(
        Cell cell, Name name, Place place, Map<BlockId, Set<String>> names, Set<String> libraries) {
      List<String> scope = new ArrayList<>(toolchain.imports().defaultImports());
      scope.addAll(state.graph().onDemandImports(place));
      for (String text : toolchain.imports().resolve(name, scope)) {
        if (!toolchain.imports().origin(text).isEmpty()) {
          libraries.add(text);
        }
        for (Definition one : onDemand) {
          String all = ((ImportUnit) one.unit()).text();
          String prefix = all.substring(0, Math.max(0, all.length() - 1));
          if (all.endsWith("*") && text.startsWith(prefix)) {
            add(cell, one.block(), "import " + all, names);
          }
        }
      }
      if (!toolchain.imports().origin(name).isEmpty()) {
        libraries.add(name.text() + "...");
      }
    }

    private static void add(
        Cell cell, BlockId provider, String name, Map<BlockId, Set<String>> names) {
      if (!provider.equals(cell.id())) {
        names.computeIfAbsent(provider, k -> new TreeSet<>()).add(name);
      }
    }

    /** Returns the blocks above that gave what this one can read the state that it finds. */
    private Set<BlockId> changers(Cell cell) {
      Set<BlockId> found = new HashSet<>();
      for (CodeKey storage : cell.links().storages()) {
        var byOrder = state.writes().get(storage);
        if (byOrder == null) {
          continue;
        }
        // The first one defines it: whoever wrote after that has changed it.
        Map.Entry<Long, Written> first = byOrder.firstEntry();
        for (var entry = byOrder.lowerEntry(cell.order());
            entry != null && first != null && !entry.getKey().equals(first.getKey());
            entry = byOrder.lowerEntry(entry.getKey())) {
          found.add(entry.getValue().block());
        }
      }
      found.remove(cell.id());
      return found;
    }

    private static Collection<Name> uses(@Nullable Unit unit) {
      if (unit instanceof TypeUnit type) {
        return type.uses();
      } else if (unit instanceof FunctionUnit function) {
        return function.uses();
      } else if (unit instanceof StatementUnit statements) {
        Set<Name> all = new TreeSet<>(statements.uses());
        statements.values().forEach(value -> all.addAll(value.storageUses()));
        return all;
      }
      return Set.of();
    }
  }
}
