package dev.colight.graph;

import dev.colight.document.BlockId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          SortedDefinitions.NONE);

  private final PMap<BlockId, Node> nodes;
  private final PMap<Name, SortedDefinitions> definitions;
  private final PMap<Name, PSet<BlockId>> users;

  /** By the name of a type: the types that extend or implement one of that name. */
  private final PMap<Name, SortedDefinitions> subtypes;

  private final SortedDefinitions onDemandImports;

  private record Node(long order, BlockAnalysis analysis) {}

  private BlockGraph(
      PMap<BlockId, Node> nodes,
      PMap<Name, SortedDefinitions> definitions,
      PMap<Name, PSet<BlockId>> users,
      PMap<Name, SortedDefinitions> subtypes,
      SortedDefinitions onDemandImports) {
    this.nodes = nodes;
    this.definitions = definitions;
    this.users = users;
    this.subtypes = subtypes;
    this.onDemandImports = onDemandImports;
  }

  /** Returns the graph with a block added, or replaced where it is there already. */
  public BlockGraph with(BlockId id, long order, BlockAnalysis analysis) {
    BlockGraph base = without(id);
    PMap<Name, SortedDefinitions> defs = base.definitions;
    SortedDefinitions onDemand = base.onDemandImports;
    PMap<Name, PSet<BlockId>> uses = base.users;
    PMap<Name, SortedDefinitions> subs = base.subtypes;
    for (Definition d : definitions(id, order, analysis)) {
      defs = plus(defs, d.name(), d);
      for (Name supertype : supertypes(d)) {
        subs = plus(subs, supertype, d);
      }
    }
    for (Definition d : onDemandImports(id, order, analysis)) {
      onDemand = onDemand.plus(d);
    }
    for (Name name : usedNames(analysis)) {
      uses = uses.plus(name, uses.getOrDefault(name, HashTreePSet.empty()).plus(id));
    }
    return new BlockGraph(
        base.nodes.plus(id, new Node(order, analysis)), defs, uses, subs, onDemand);
  }

  private static Set<Name> supertypes(Definition definition) {
    return definition.unit() instanceof TypeUnit type ? type.supertypes() : Set.of();
  }

  private static PMap<Name, SortedDefinitions> plus(
      PMap<Name, SortedDefinitions> map, Name name, Definition definition) {
    return map.plus(name, map.getOrDefault(name, SortedDefinitions.NONE).plus(definition));
  }

  private static PMap<Name, SortedDefinitions> minus(
      PMap<Name, SortedDefinitions> map, Name name, Definition definition) {
    SortedDefinitions left = map.getOrDefault(name, SortedDefinitions.NONE).minus(definition);
    return left.isEmpty() ? map.minus(name) : map.plus(name, left);
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
    PMap<Name, SortedDefinitions> subs = subtypes;
    for (Definition d : definitions(id, node.order, node.analysis)) {
      defs = minus(defs, d.name(), d);
      for (Name supertype : supertypes(d)) {
        subs = minus(subs, supertype, d);
      }
    }
    for (Definition d : onDemandImports(id, node.order, node.analysis)) {
      onDemand = onDemand.minus(d);
    }
    for (Name name : usedNames(node.analysis)) {
      PSet<BlockId> left = uses.getOrDefault(name, HashTreePSet.empty()).minus(id);
      uses = left.isEmpty() ? uses.minus(name) : uses.plus(name, left);
    }
    return new BlockGraph(nodes.minus(id), defs, uses, subs, onDemand);
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

  /** Returns the blocks that use a name; as what is permitted, those that have the sealed type. */
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

  /**
   * Returns the types that a sealed type permits without naming them, from the top: wherever they
   * stand, all that mean this one by the name that they extend or implement.
   */
  public List<Definition> permitted(Definition sealed) {
    SortedDefinitions all = subtypes.get(sealed.name());
    if (all == null || !(sealed.unit() instanceof TypeUnit type && type.open())) {
      return List.of();
    }
    return all.toList().stream().filter(d -> sealed.equals(supertype(sealed.name(), d))).toList();
  }

  /**
   * Returns the types that are compiled together with one, as one of them is sealed and permits the
   * others without naming them; itself not included.
   */
  public Set<Definition> family(Definition type) {
    Set<Definition> family = new LinkedHashSet<>();
    Deque<Definition> queue = new ArrayDeque<>(List.of(type));
    while (!queue.isEmpty()) {
      Definition next = queue.remove();
      List<Definition> relatives = new ArrayList<>(permitted(next));
      for (Name name : supertypes(next)) {
        Definition above = supertype(name, next);
        if (above != null && above.unit() instanceof TypeUnit sealed && sealed.open()) {
          relatives.add(above);
        }
      }
      for (Definition relative : relatives) {
        if (!relative.equals(type) && family.add(relative)) {
          queue.add(relative);
        }
      }
    }
    return family;
  }

  private @Nullable Definition supertype(Name name, Definition subtype) {
    List<Definition> found = lookup(name, subtype.place());
    return found.isEmpty() ? firstBelow(name, subtype.place()) : found.get(0);
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
        if (u.open()) {
          names.add(Name.permitted(u.name().text()));
        }
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
