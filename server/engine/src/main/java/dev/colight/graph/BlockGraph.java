package dev.colight.graph;

import dev.colight.document.BlockId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Who defines and who uses each name of a document; immutable. An update costs what the changed
 * blocks define and use, whatever the size of the document.
 */
public final class BlockGraph {
  /** A graph of no blocks. */
  public static final BlockGraph EMPTY =
      new BlockGraph(
          HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), SortedDefinitions.NONE);

  private final PMap<BlockId, Node> nodes;
  private final PMap<Name, SortedDefinitions> definitions;
  private final PMap<Name, PSet<BlockId>> users;
  private final SortedDefinitions onDemandImports;

  private record Node(long order, BlockAnalysis analysis) {}

  private BlockGraph(
      PMap<BlockId, Node> nodes,
      PMap<Name, SortedDefinitions> definitions,
      PMap<Name, PSet<BlockId>> users,
      SortedDefinitions onDemandImports) {
    this.nodes = nodes;
    this.definitions = definitions;
    this.users = users;
    this.onDemandImports = onDemandImports;
  }

  /** Returns the graph with a block added, or replaced where it is there already. */
  public BlockGraph with(BlockId id, long order, BlockAnalysis analysis) {
    BlockGraph base = without(id);
    PMap<Name, SortedDefinitions> defs = base.definitions;
    SortedDefinitions onDemand = base.onDemandImports;
    PMap<Name, PSet<BlockId>> uses = base.users;
    for (Definition d : definitions(id, order, analysis)) {
      defs = defs.plus(d.name(), defs.getOrDefault(d.name(), SortedDefinitions.NONE).plus(d));
    }
    for (Definition d : onDemandImports(id, order, analysis)) {
      onDemand = onDemand.plus(d);
    }
    for (Name name : usedNames(analysis)) {
      uses = uses.plus(name, uses.getOrDefault(name, HashTreePSet.empty()).plus(id));
    }
    return new BlockGraph(base.nodes.plus(id, new Node(order, analysis)), defs, uses, onDemand);
  }

  /** Returns the graph without a block. */
  public BlockGraph without(BlockId id) {
    Node node = nodes.get(id);
    if (node == null) {
      return this;
    }
    PMap<Name, SortedDefinitions> defs = definitions;
    SortedDefinitions onDemand = onDemandImports;
    PMap<Name, PSet<BlockId>> uses = users;
    for (Definition d : definitions(id, node.order, node.analysis)) {
      SortedDefinitions left = defs.getOrDefault(d.name(), SortedDefinitions.NONE).minus(d);
      defs = left.isEmpty() ? defs.minus(d.name()) : defs.plus(d.name(), left);
    }
    for (Definition d : onDemandImports(id, node.order, node.analysis)) {
      onDemand = onDemand.minus(d);
    }
    for (Name name : usedNames(node.analysis)) {
      PSet<BlockId> left = uses.getOrDefault(name, HashTreePSet.empty()).minus(id);
      uses = left.isEmpty() ? uses.minus(name) : uses.plus(name, left);
    }
    return new BlockGraph(nodes.minus(id), defs, uses, onDemand);
  }

  /** Returns a block's analysis, or null where there is no such block. */
  public @Nullable BlockAnalysis analysis(BlockId id) {
    Node node = nodes.get(id);
    return node == null ? null : node.analysis;
  }

  /** Returns a block's order; there must be such a block. */
  public long order(BlockId id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no block " + id);
    }
    return node.order;
  }

  /** Returns all names that blocks define, in no order. */
  public Set<Name> names() {
    return definitions.keySet();
  }

  /** Returns the blocks that use a name. */
  public Collection<BlockId> users(Name name) {
    return users.getOrDefault(name, HashTreePSet.empty());
  }

  /**
   * Returns what a name means at a place: the nearest definition there or above; for a function,
   * the nearest of each signature. Imports, functions and types that their own block defines only
   * further down count where there is nothing above. Empty where there is nothing.
   */
  public List<Definition> lookup(Name name, Place place) {
    SortedDefinitions all = definitions.get(name);
    if (all == null) {
      return List.of();
    }
    int index = all.lastAtOrBefore(place);
    if (index < 0) {
      return belowInBlock(all, place);
    }
    Definition nearest = all.get(index);
    if (!(nearest.unit() instanceof FunctionUnit)) {
      return List.of(nearest);
    }
    List<Definition> result = new ArrayList<>();
    result.add(nearest);
    for (int i = index - 1; i >= 0; i--) {
      Definition candidate = all.get(i);
      if (candidate.unit() instanceof ImportUnit
          || result.stream().allMatch(candidate::overloads)) {
        result.add(candidate);
      }
    }
    for (Definition below : belowInBlock(all, place)) {
      if (result.stream().allMatch(below::overloads)) {
        result.add(below);
      }
    }
    return result;
  }

  private static List<Definition> belowInBlock(SortedDefinitions all, Place place) {
    List<Definition> result = new ArrayList<>();
    for (int i = all.lastAtOrBefore(place) + 1; i < all.size(); i++) {
      Definition d = all.get(i);
      if (d.place().order() != place.order()) {
        break;
      }
      boolean declared =
          d.unit() instanceof FunctionUnit
              || d.unit() instanceof TypeUnit
              || d.unit() instanceof ImportUnit;
      if (declared && (result.isEmpty() || result.stream().allMatch(d::overloads))) {
        result.add(d);
      }
    }
    return result;
  }

  /** Returns all definitions of a name, from the top. */
  public List<Definition> definitions(Name name) {
    SortedDefinitions all = definitions.get(name);
    return all == null ? List.of() : all.toList();
  }

  /** Returns the first definition of a name below a place, or null. */
  public @Nullable Definition firstBelow(Name name, Place place) {
    SortedDefinitions all = definitions.get(name);
    int index = all == null ? 0 : all.lastAtOrBefore(place) + 1;
    return all != null && index < all.size() ? all.get(index) : null;
  }

  /** Returns the on-demand imports in scope at a place, nearest last. */
  public List<String> onDemandImports(Place place) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < onDemandImports.size(); i++) {
      Definition d = onDemandImports.get(i);
      if (d.place().order() > place.order()) {
        break;
      }
      result.add(d.unit().text());
    }
    return result;
  }

  /** Returns the names that a block defines. */
  public static Set<Name> providedNames(BlockAnalysis analysis) {
    Set<Name> names = new HashSet<>();
    definitions(new BlockId(0), 0, analysis).forEach(d -> names.add(d.name()));
    return names;
  }

  private static List<Definition> definitions(BlockId id, long order, BlockAnalysis analysis) {
    List<Definition> result = new ArrayList<>();
    List<Unit> units = analysis.units();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      for (Name name : unitProvides(unit)) {
        result.add(Definition.of(name, id, order, i, unit));
      }
    }
    return result;
  }

  private static Set<Name> unitProvides(Unit unit) {
    if (unit instanceof ImportUnit u) {
      return u.names();
    } else if (unit instanceof TypeUnit u) {
      return Set.of(u.name());
    } else if (unit instanceof FunctionUnit u) {
      return Set.of(u.name());
    } else if (unit instanceof StatementUnit u) {
      Set<Name> names = new HashSet<>();
      u.values().forEach(v -> names.add(v.name()));
      return names;
    } else {
      return ((BrokenUnit) unit).names();
    }
  }

  private static List<Definition> onDemandImports(BlockId id, long order, BlockAnalysis analysis) {
    List<Definition> result = new ArrayList<>();
    for (int i = 0; i < analysis.units().size(); i++) {
      if (analysis.units().get(i) instanceof ImportUnit u && u.onDemand()) {
        result.add(Definition.of(Name.type(u.text()), id, order, i, u));
      }
    }
    return result;
  }

  private static Set<Name> usedNames(BlockAnalysis analysis) {
    Set<Name> names = new HashSet<>();
    for (Unit unit : analysis.units()) {
      if (unit instanceof TypeUnit u) {
        names.addAll(u.uses());
      } else if (unit instanceof FunctionUnit u) {
        names.addAll(u.uses());
        names.addAll(u.interfaceUses());
      } else if (unit instanceof StatementUnit u) {
        names.addAll(u.uses());
      }
    }
    return names;
  }
}
