package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.document.BlockId;
import dev.colight.document.Stage;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What names mean in one state of a document, for those who help with editing it. Immutable, and
 * costs nothing to make; what is asked for is worked out then, for the part that it concerns.
 */
public final class Meanings {
  private final BlockGraph graph;
  private final PMap<BlockId, Cell> cells;
  private final ImportResolver imports;
  private final Digest platform;

  private Meanings(
      BlockGraph graph, PMap<BlockId, Cell> cells, ImportResolver imports, Digest platform) {
    this.graph = graph;
    this.cells = cells;
    this.imports = imports;
    this.platform = platform;
  }

  /** Returns what names mean in a state of a document. */
  public static Meanings of(PlannerState state, ImportResolver imports, Digest platform) {
    return new Meanings(state.graph(), state.cells(), imports, platform);
  }

  /**
   * A unit as it is compiled, and what it is compiled against.
   *
   * @param unit the unit, named by its key
   * @param all it, and all that it refers to, directly or not
   */
  public record Closure(CompileUnit unit, Map<CodeKey, CompileUnit> all) {}

  /** Returns what names would mean if a block had another text, or stood there at all. */
  public Meanings with(BlockId block, long order, BlockAnalysis analysis) {
    return new Meanings(graph.with(block, order, analysis), cells, imports, platform);
  }

  /** Returns who defines and uses each name. */
  public BlockGraph graph() {
    return graph;
  }

  /** Returns the on-demand imports in scope at a place, those of every script first. */
  public List<String> onDemandImports(Place place) {
    if (Stage.of(place.order()) != Stage.SCRIPT) {
      return graph.onDemandImports(place);
    }
    List<String> all = new ArrayList<>(imports.defaultImports());
    all.addAll(graph.onDemandImports(place));
    return all;
  }

  /** Returns the imports that give a name which the document does not define. */
  public List<String> imported(Name name, Place place) {
    return imports.resolve(name, onDemandImports(place));
  }

  /**
   * Returns what a name means in code that stands at a place. The body of a method or a type runs
   * where it is used, so names that are defined only below it count there.
   */
  public List<Definition> lookup(Name name, Place place, boolean body) {
    List<Definition> found = graph.lookup(name, place);
    if (found.isEmpty() && body) {
      Definition below = graph.firstBelow(name, place);
      return below == null ? List.of() : List.of(below);
    }
    return found;
  }

  /** Returns how a unit of statements, a method's body or a type is compiled; else null. */
  public @Nullable Closure closure(BlockId block, Place place, Unit unit) {
    Resolver resolver = resolver();
    CodeNode node;
    if (unit instanceof StatementUnit statements) {
      node = resolver.statements(block, place, statements);
    } else if (unit instanceof FunctionUnit function) {
      Definition own = Definition.of(function.name(), block, place.order(), place.unit(), unit);
      node = resolver.node(Part.FUNCTION_BODY, own, bodyPlace(function.uses(), place));
    } else if (unit instanceof TypeUnit type) {
      Definition own = Definition.of(type.name(), block, place.order(), place.unit(), unit);
      node = resolver.node(Part.TYPE, own, bodyPlace(type.uses(), place));
    } else {
      return null;
    }
    Map<CodeKey, CompileUnit> all = new HashMap<>();
    resolver.collect(node, all);
    CompileUnit compiled = all.get(resolver.key(node));
    return compiled == null ? null : new Closure(compiled, all);
  }

  /** Returns the key of what a definition of a function or a type compiles to, as seen there. */
  public CodeKey key(Definition definition, Place place) {
    Part part =
        definition.unit() instanceof TypeUnit
            ? Part.TYPE
            : definition.unit() instanceof FunctionUnit ? Part.FUNCTION_INTERFACE : Part.STORAGE;
    Resolver resolver = resolver();
    return resolver.key(resolver.node(part, definition, place));
  }

  /** Returns where a variable of inferred type is kept, or null where that is not known. */
  public @Nullable CodeKey storage(Definition definition) {
    Cell cell = cells.get(definition.block());
    return cell == null ? null : cell.inferred().get(definition.name());
  }

  private Resolver resolver() {
    Resolver resolver = new Resolver(graph, imports, platform);
    resolver.use(this::stored);
    return resolver;
  }

  /** Returns the first place from which on all names are defined that are defined at all. */
  private Place bodyPlace(Set<Name> uses, Place place) {
    Place result = place;
    for (Name name : uses) {
      if (graph.lookup(name, place).isEmpty()) {
        Definition below = graph.firstBelow(name, place);
        result = below == null ? result : result.max(below.place());
      }
    }
    return result;
  }

  /** A storage whose statements are being compiled anew is taken as it was before that. */
  private Storages.State stored(Definition definition) {
    CodeKey known = storage(definition);
    return known == null ? new Storages.Missing() : new Storages.Known(known);
  }
}
