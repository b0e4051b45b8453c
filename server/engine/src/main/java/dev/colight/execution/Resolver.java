package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.document.BlockId;
import dev.colight.document.Stage;
import dev.colight.execution.CodeNode.Target;
import dev.colight.execution.CodeNode.ToBroken;
import dev.colight.execution.CodeNode.ToImport;
import dev.colight.execution.CodeNode.ToNode;
import dev.colight.execution.CodeNode.ToPending;
import dev.colight.execution.CodeNode.ToStorage;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.SourceState;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.ValueDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Computes code keys: what each name means at a place, and from that, the identity of compiled
 * code. Knows one version of the graph, and remembers what it computed for it.
 *
 * <p>A code key is the digest of a part's canonical text, of the meaning of each of its names, and
 * of the platform; the meaning of what a library gives takes in the library. Parts that refer to
 * each other in a circle (types that mention each other, say) form a strongly connected component
 * and get their keys together.
 */
final class Resolver {
  /** Grows with every change of what compiled code looks like. */
  private static final int FORMAT = 1;

  private final BlockGraph graph;
  private final ImportResolver imports;
  private final Digest platform;
  private Storages storages = definition -> new Storages.Pending();
  private final Constants constants;
  private final Map<NodeId, CodeNode> nodes = new HashMap<>();
  private final Map<NodeId, CodeNode> nodesByPlace = new HashMap<>();
  private final Deque<CodeNode> stack = new ArrayDeque<>();
  private final Map<CodeKey, Footing> footings = new HashMap<>();
  private int nextIndex;

  private record NodeId(Part part, Definition definition, Place place) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof NodeId node
          && part == node.part
          && place.equals(node.place)
          && definition.equals(node.definition);
    }

    @Override
    public int hashCode() {
      return (definition.hashCode() * 31 + place.hashCode()) * 31 + part.hashCode();
    }
  }

  Resolver(BlockGraph graph, ImportResolver imports, Digest platform) {
    this.graph = graph;
    this.constants = new Constants(graph);
    this.imports = imports;
    this.platform = platform;
  }

  /** Asks somebody else for storages from now on; what is known already must not differ. */
  void use(Storages newStorages) {
    storages = newStorages;
  }

  /** Returns the node of a block's statements, which nothing refers to. */
  CodeNode statements(BlockId block, Place place, StatementUnit unit) {
    Definition definition = new Definition(Name.value(""), block, place, unit);
    return new CodeNode(Part.STATEMENTS, definition, place, false);
  }

  /** Returns a definition's node at a place. */
  CodeNode node(Part part, Definition definition, Place place) {
    NodeId asked = new NodeId(part, definition, place);
    CodeNode known = nodesByPlace.get(asked);
    if (known == null) {
      Place at =
          part == Part.STORAGE
              ? definition.place()
              : settle(part, definition, withFamily(part, definition, place.within(definition)));
      known =
          nodes.computeIfAbsent(
              new NodeId(part, definition, at),
              id -> {
                boolean constant = part == Part.STORAGE && constants.is(definition);
                return new CodeNode(part, definition, at, constant);
              });
      nodesByPlace.put(asked, known);
    }
    return known;
  }

  /**
   * Returns the first place from which a type can be seen: types that are compiled together are
   * there together.
   */
  private Place withFamily(Part part, Definition definition, Place place) {
    Place result = place;
    if (part == Part.TYPE) {
      for (Definition relative : graph.family(definition)) {
        result = result.max(relative.place());
      }
    }
    return result;
  }

  /**
   * Returns the first place from which on, up to the given one, all names in a part mean the same,
   * directly and through what they refer to. So a definition seen from two places, with nothing in
   * between that concerns it, is one node, with one key: a type keeps its identity.
   */
  private Place settle(Part part, Definition definition, Place place) {
    Place result = definition.place().min(place);
    Set<Definition> seen = new HashSet<>();
    Deque<Definition> queue = new ArrayDeque<>();
    queue.add(definition);
    seen.add(definition);
    boolean first = true;
    while (!queue.isEmpty()) {
      Definition next = queue.remove();
      Part nextPart = first ? part : interfacePart(next);
      first = false;
      for (Definition permitted : graph.permitted(next)) {
        result = result.max(permitted.place().min(place));
        if (seen.add(permitted)) {
          queue.add(permitted);
        }
      }
      for (Name name : CodeNode.names(nextPart, next)) {
        List<Definition> found = graph.lookup(name, place);
        if (found.isEmpty()) {
          result = result.max(settleImport(name, definition.place(), place));
        }
        for (Definition target : found) {
          result = result.max(target.place().min(place));
          boolean followed =
              target.unit() instanceof TypeUnit || target.unit() instanceof FunctionUnit;
          if (followed && seen.add(target)) {
            queue.add(target);
          }
        }
      }
    }
    return result;
  }

  private Place settleImport(Name name, Place from, Place to) {
    List<String> scope = onDemandImports(to);
    List<String> scopeThere = onDemandImports(from);
    boolean same =
        scope.size() == scopeThere.size()
            || imports.resolve(name, scope).equals(imports.resolve(name, scopeThere));
    return same ? from.min(to) : to;
  }

  /** Returns the on-demand imports in scope at a place, those of every script first. */
  private List<String> onDemandImports(Place place) {
    List<String> own = graph.onDemandImports(place);
    if (Stage.of(place.order()) != Stage.SCRIPT) {
      return own;
    }
    if (own.isEmpty()) {
      return imports.defaultImports();
    }
    List<String> all = new ArrayList<>(imports.defaultImports());
    all.addAll(own);
    return all;
  }

  private static Part interfacePart(Definition definition) {
    return definition.unit() instanceof TypeUnit ? Part.TYPE : Part.FUNCTION_INTERFACE;
  }

  /** Returns what the names of a node mean, in the order of the names. */
  Map<Name, List<Target>> targets(CodeNode node) {
    Map<Name, List<Target>> targets = node.targets;
    if (targets == null) {
      targets = new TreeMap<>();
      for (Name name : node.names()) {
        List<Target> found = resolve(name, node.at);
        if (!found.isEmpty()) {
          targets.put(name, found);
        }
      }
      if (node.part == Part.TYPE) {
        for (Definition permitted : graph.permitted(node.definition)) {
          targets
              .computeIfAbsent(Name.permitted(permitted.name().text()), name -> new ArrayList<>())
              .add(new ToNode(node(Part.TYPE, permitted, node.at)));
        }
      }
      if (node.part == Part.STATEMENTS) {
        for (ValueDefinition value : ((StatementUnit) node.definition.unit()).values()) {
          if (value.typeText() != null) {
            Definition own =
                new Definition(
                    value.name(),
                    node.definition.block(),
                    node.definition.place(),
                    node.definition.unit());
            CodeNode storage = node(Part.STORAGE, own, own.place());
            targets.put(value.name(), List.of(new ToNode(storage)));
          }
        }
      }
      boolean complete =
          targets.values().stream().flatMap(List::stream).noneMatch(ToPending.class::isInstance);
      node.targets = complete ? targets : null;
    }
    return targets;
  }

  /** Returns what a name means at a place; empty where the language has to find out. */
  List<Target> resolve(Name name, Place place) {
    List<Definition> found = graph.lookup(name, place);
    List<Target> result = new ArrayList<>();
    if (found.isEmpty()) {
      for (String text : imports.resolve(name, onDemandImports(place))) {
        result.add(new ToImport(text));
      }
      return result;
    }
    for (Definition definition : found) {
      result.add(target(definition, place));
    }
    return result;
  }

  /**
   * Returns what a name means at a place, as far as that is decided outside of the document: other
   * imports give another list.
   */
  List<String> outside(Name name, Place place) {
    List<String> meaning = new ArrayList<>();
    List<Definition> found = graph.lookup(name, place);
    if (found.isEmpty()) {
      meaning.add(imports.origin(name));
      for (String text : imports.resolve(name, onDemandImports(place))) {
        meaning.add(text + " " + imports.origin(text));
      }
    }
    for (Definition definition : found) {
      if (definition.unit() instanceof ImportUnit unit) {
        meaning.add(imports.origin(unit.text()) + " " + imports.problem(unit.text()));
      }
    }
    return meaning;
  }

  private Target target(Definition definition, Place place) {
    if (definition.unit() instanceof ImportUnit unit) {
      return new ToImport(unit.text());
    } else if (definition.unit() instanceof TypeUnit) {
      return new ToNode(node(Part.TYPE, definition, place));
    } else if (definition.unit() instanceof FunctionUnit) {
      return new ToNode(node(Part.FUNCTION_INTERFACE, definition, place));
    }
    ValueDefinition value = definition.value();
    if (value == null) {
      return new ToBroken(definition);
    }
    if (value.typeText() != null) {
      return new ToNode(node(Part.STORAGE, definition, definition.place()));
    }
    Storages.State state = storages.of(definition);
    if (state instanceof Storages.Known known) {
      return new ToStorage(definition, known.key());
    }
    return state instanceof Storages.Pending ? new ToPending(definition) : new ToBroken(definition);
  }

  /**
   * Collects a node and all that it is compiled against.
   *
   * @return a variable whose type must be inferred first, or null where all is there
   */
  @Nullable Definition collect(CodeNode root, Map<CodeKey, CompileUnit> into) {
    Set<CodeNode> seen = new HashSet<>();
    Deque<CodeNode> queue = new ArrayDeque<>();
    queue.add(root);
    seen.add(root);
    while (!queue.isEmpty()) {
      for (List<Target> list : targets(queue.remove()).values()) {
        for (Target target : list) {
          if (target instanceof ToPending pending) {
            return pending.definition();
          }
          if (target instanceof ToNode to && seen.add(to.node())) {
            queue.add(to.node());
          }
        }
      }
    }
    for (CodeNode node : seen) {
      CodeKey key = key(node);
      if (!into.containsKey(key)) {
        into.put(key, compileUnit(node, key));
      }
    }
    return null;
  }

  private CompileUnit compileUnit(CodeNode node, CodeKey key) {
    List<Binding> bindings = node.bindings();
    Definition definition = node.definition;
    return switch (node.part) {
      case TYPE -> new CompileUnit.Type(key, (TypeUnit) definition.unit(), bindings);
      case FUNCTION_INTERFACE ->
          new CompileUnit.FunctionInterface(key, (FunctionUnit) definition.unit(), bindings);
      case FUNCTION_BODY ->
          new CompileUnit.FunctionBody(
              key,
              key(node(Part.FUNCTION_INTERFACE, definition, node.at)),
              (FunctionUnit) definition.unit(),
              bindings);
      case STORAGE ->
          new CompileUnit.Storage(key, (StatementUnit) definition.unit(), node.value(), bindings);
      case STATEMENTS ->
          new CompileUnit.Statements(
              key, (StatementUnit) definition.unit(), constants.of(definition), bindings);
    };
  }

  /** Returns the key of a node; everything that it is compiled against must be known. */
  CodeKey key(CodeNode node) {
    if (node.key == null) {
      connect(node);
    }
    return Objects.requireNonNull(node.key);
  }

  /** Returns what the node with a key stands on, or null where nobody else edits that. */
  @Nullable Footing footing(CodeKey key) {
    return footings.get(key);
  }

  /** Tells whether something in other files is what it was. */
  boolean isPresent(Collection<SourceState> sources) {
    return sources.stream().allMatch(source -> source.now(imports).equals(source));
  }

  /** Returns what stands for some things in other files as they are now. */
  Digest present(Collection<SourceState> sources) {
    Digest.Builder digest = Digest.builder();
    sources.stream()
        .map(source -> source.now(imports).toString())
        .distinct()
        .sorted()
        .forEach(digest::add);
    return digest.build();
  }

  /** Tarjan's algorithm: components come out with all that they refer to already done. */
  private void connect(CodeNode node) {
    node.index = nextIndex;
    node.lowLink = nextIndex++;
    node.onStack = true;
    stack.push(node);
    for (CodeNode next : successors(node)) {
      if (next.index < 0) {
        connect(next);
        node.lowLink = Math.min(node.lowLink, next.lowLink);
      } else if (next.onStack) {
        node.lowLink = Math.min(node.lowLink, next.index);
      }
    }
    if (node.lowLink == node.index) {
      List<CodeNode> component = new ArrayList<>();
      CodeNode member;
      do {
        member = stack.pop();
        member.onStack = false;
        component.add(member);
      } while (member != node);
      assignKeys(component);
    }
  }

  private List<CodeNode> successors(CodeNode node) {
    List<CodeNode> result = new ArrayList<>();
    for (List<Target> list : targets(node).values()) {
      for (Target target : list) {
        if (target instanceof ToNode to) {
          result.add(to.node());
        }
      }
    }
    if (node.part == Part.FUNCTION_BODY) {
      result.add(node(Part.FUNCTION_INTERFACE, node.definition, node.at));
    }
    return result;
  }

  private void assignKeys(List<CodeNode> component) {
    Set<CodeNode> members = new HashSet<>(component);
    Set<SourceState> sources = sources(component);
    Map<CodeNode, Digest> digests = digests(component, members, false);
    Map<CodeNode, Digest> lasting =
        sources.isEmpty() ? Map.of() : digests(component, members, true);
    for (CodeNode node : component) {
      node.key = new CodeKey(Objects.requireNonNull(digests.get(node)));
      if (!sources.isEmpty()) {
        node.footing = new Footing(Objects.requireNonNull(lasting.get(node)), sources);
        footings.put(node.key, node.footing);
      }
    }
  }

  /** Returns what nodes stand on of the files that are followed, directly or not. */
  private Set<SourceState> sources(List<CodeNode> component) {
    Set<SourceState> sources = new HashSet<>();
    for (CodeNode node : component) {
      for (CodeNode next : successors(node)) {
        if (next.footing != null) {
          sources.addAll(next.footing.sources());
        }
      }
      for (List<Target> list : targets(node).values()) {
        for (Target target : list) {
          if (target instanceof ToImport to) {
            add(to.text(), false, imports.origin(to.text()), imports.lasting(to.text()), sources);
          }
        }
      }
      for (Name name : unbound(node)) {
        add(name.text(), true, imports.origin(name), imports.lasting(name), sources);
      }
    }
    return Set.copyOf(sources);
  }

  private static void add(
      String text, boolean qualified, String origin, String lasting, Set<SourceState> into) {
    if (!origin.equals(lasting)) {
      into.add(new SourceState(text, qualified, origin));
    }
  }

  /**
   * Returns the identities of nodes.
   *
   * @param lasting whether what changes in other files is left out
   */
  private Map<CodeNode, Digest> digests(
      List<CodeNode> component, Set<CodeNode> members, boolean lasting) {
    Map<CodeNode, Digest> digests = new HashMap<>();
    TreeSet<Digest> sorted = new TreeSet<>();
    for (CodeNode node : component) {
      Digest digest = digest(node, members, lasting);
      digests.put(node, digest);
      sorted.add(digest);
    }
    Digest.Builder whole = Digest.builder().add(FORMAT).add(platform);
    sorted.forEach(whole::add);
    Digest shared = whole.build();
    digests.replaceAll((node, own) -> Digest.builder().add(shared).add(own).build());
    return digests;
  }

  private static Digest identity(CodeNode node, boolean lasting) {
    return lasting && node.footing != null
        ? node.footing.lasting()
        : Objects.requireNonNull(node.key).digest();
  }

  /** Returns the names of a node that nothing in the document, and no import, gives. */
  private Set<Name> unbound(CodeNode node) {
    Set<Name> names = new TreeSet<>(node.names());
    names.removeAll(targets(node).keySet());
    return names;
  }

  private Digest digest(CodeNode node, Set<CodeNode> members, boolean lasting) {
    Digest.Builder digest = Digest.builder().add(node.label());
    if (node.part == Part.FUNCTION_BODY) {
      CodeNode called = node(Part.FUNCTION_INTERFACE, node.definition, node.at);
      digest.add(members.contains(called) ? called.label() : identity(called, lasting));
    }
    targets(node)
        .forEach(
            (name, list) -> {
              digest.add(name.namespace().name()).add(name.text());
              TreeSet<Digest> meanings = new TreeSet<>();
              for (Target target : list) {
                meanings.add(meaning(target, members, lasting));
              }
              meanings.forEach(digest::add);
            });
    for (Name name : unbound(node)) {
      String origin = lasting ? imports.lasting(name) : imports.origin(name);
      if (!origin.isEmpty()) {
        digest.add("origin").add(name.text()).add(origin);
      }
    }
    return digest.build();
  }

  private Digest meaning(Target target, Set<CodeNode> members, boolean lasting) {
    if (target instanceof ToImport to) {
      String origin = lasting ? imports.lasting(to.text()) : imports.origin(to.text());
      return Digest.of(origin.isEmpty() ? to.text() : to.text() + " " + origin);
    } else if (target instanceof ToStorage to) {
      return to.key().digest();
    } else if (target instanceof ToNode to) {
      return members.contains(to.node()) ? to.node().label() : identity(to.node(), lasting);
    }
    return Digest.of("?");
  }
}
