package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.execution.PlannerState.Written;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.SourceState;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import java.util.ArrayDeque;
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
 * What a block reaches when it runs at its place: through the functions and types that its code
 * uses, all names bound where the block stands, and through code in the values that it can read.
 * Everything involved must have been compiled.
 */
final class Reach {
  private final Work work;
  private final Resolver resolver;
  private final Cell cell;

  /** Names of other blocks' definitions that the block's own code uses. */
  final Set<Name> names = new TreeSet<>();

  /** Functions and types whose code may run. */
  final Set<Name> code = new TreeSet<>();

  /** By storage that may be read: the write that gave it its state; null for the block's own. */
  final Map<CodeKey, @Nullable Written> storages = new TreeMap<>();

  /** By function interface: by the unit from which it is called, the body that is bound there. */
  private final Map<CodeKey, TreeMap<Integer, CodeKey>> bodies = new TreeMap<>();

  /** All compiled code that the run may load. */
  final Set<CodeKey> classes = new TreeSet<>();

  /** Storages that may be assigned to. */
  final Set<CodeKey> assigned = new TreeSet<>();

  /** Code with static state of its own that may run. */
  final Set<CodeKey> statics = new TreeSet<>();

  /** What all code that may run does to the outside world. */
  final Map<CodeKey, EffectSummary> effects = new HashMap<>();

  /** Statements whose code may be in values, as far as that has effects. */
  final Set<CodeKey> made = new TreeSet<>();

  /** What all of that stands on in other files, code in values included. */
  final Set<SourceState> sources = new HashSet<>();

  /** Code with static state that who looks inside can get at from all that. */
  final Set<CodeKey> hidden = new TreeSet<>();

  /** Stands for what of other files its code can run. */
  final Set<Digest> members = new TreeSet<>();

  /** The code that can. */
  final Set<CodeKey> following = new TreeSet<>();

  /** Whether its code can tell more of other code than what comes of running it. */
  boolean inside;

  /** What must be compiled before all of this is known. */
  final Map<CodeKey, CompileUnit> uncompiled = new TreeMap<>();

  /**
   * The first thing found that is required and not there, or null; of this and {@link #waits}, one.
   */
  Outcome.@Nullable Blocked blocked;

  /** The first block found that waits for consent and may change what this one reads, or null. */
  Outcome.@Nullable Waiting waits;

  private final Deque<Visit> queue = new ArrayDeque<>();
  private final Deque<Visit> soft = new ArrayDeque<>();
  private final Set<Visited> seen = new HashSet<>();
  private final Map<CodeNode, Boolean> collected = new HashMap<>();

  /**
   * A name to follow.
   *
   * @param through the definition whose code uses it, or null for the block's own code
   * @param required whether the run cannot start without it; code in values may never be called
   */
  private record Visit(
      Name name, Place place, @Nullable Name through, boolean required, boolean assigned) {}

  private record Visited(Name name, int unit) {}

  private Reach(Work work, Resolver resolver, Cell cell) {
    this.work = work;
    this.resolver = resolver;
    this.cell = cell;
  }

  static Reach of(Work work, Resolver resolver, Cell cell) {
    Reach reach = new Reach(work, resolver, cell);
    reach.followStatements();
    reach.drain();
    reach.addProcess();
    reach.addSources();
    reach.addHidden();
    reach.addSharers();
    reach.addCalls();
    reach.addSources();
    return reach;
  }

  Cell.Links links() {
    Set<CodeKey> read = new HashSet<>(storages.keySet());
    read.addAll(statics);
    return new Cell.Links(
        Set.copyOf(names),
        read,
        Set.copyOf(code),
        Set.copyOf(made),
        Set.copyOf(sources),
        Set.copyOf(hidden),
        Set.copyOf(following));
  }

  /** Returns the bodies that function interfaces are bound to when the block begins to run. */
  Map<CodeKey, CodeKey> linksAtStart() {
    Map<CodeKey, CodeKey> result = new TreeMap<>();
    bodies.forEach((called, bound) -> result.put(called, bound.firstEntry().getValue()));
    return result;
  }

  /** Returns those that are bound to another body from a segment on than before it. */
  Map<CodeKey, CodeKey> relinksAt(Cell.Segment segment) {
    Map<CodeKey, CodeKey> result = new TreeMap<>();
    bodies.forEach(
        (called, bound) -> {
          CodeKey here = bound.get(segment.index());
          var before = bound.lowerEntry(segment.index());
          if (here != null && before != null && !here.equals(before.getValue())) {
            result.put(called, here);
          }
        });
    return result;
  }

  /** Returns all bodies that function interfaces are bound to at some time of the run. */
  Map<CodeKey, Set<CodeKey>> bodies() {
    Map<CodeKey, Set<CodeKey>> result = new TreeMap<>();
    bodies.forEach((called, bound) -> result.put(called, new TreeSet<>(bound.values())));
    return result;
  }

  private void followStatements() {
    for (Cell.Segment segment : cell.segments()) {
      classes.add(segment.key());
      Compiled done = Objects.requireNonNull(work.compiled.get(segment.key()));
      addCode(done, new Place(cell.order(), segment.index()));
      if (done.effects().hasEffects()) {
        made.add(done.key());
      }
      for (Name name : done.uses()) {
        Place place = new Place(cell.order(), segment.index());
        add(name, place, null, true, done.assigns().contains(name));
      }
    }
    List<Unit> units = cell.analysis().units();
    for (int i = 0; i < units.size(); i++) {
      noteUses(units.get(i), i);
    }
  }

  /**
   * Notes what a unit uses that does not run by itself, or cannot: it is what the block requires
   * all the same.
   */
  private void noteUses(Unit unit, int index) {
    Cell.Verdict verdict = Objects.requireNonNull(cell.resolution()).verdict();
    boolean whole = verdict == null || verdict.refused() == null;
    Set<Name> uses = Set.of();
    if (unit instanceof TypeUnit type) {
      uses = type.uses();
    } else if (unit instanceof FunctionUnit function) {
      uses = function.uses();
    } else if (unit instanceof StatementUnit statements && !whole) {
      uses = statements.uses();
    }
    Place place =
        unit instanceof StatementUnit
            ? new Place(cell.order(), index)
            : Place.ofDeclarations(cell.order(), index);
    for (Name name : uses) {
      work.graph.lookup(name, place).forEach(this::note);
    }
  }

  private void note(Definition definition) {
    if (!definition.block().equals(cell.id()) && !(definition.unit() instanceof ImportUnit)) {
      names.add(definition.name());
    }
  }

  private void add(
      Name name, Place place, @Nullable Name through, boolean required, boolean assigns) {
    (required ? queue : soft).add(new Visit(name, place, through, required, assigns));
  }

  private void drain() {
    while (!queue.isEmpty() || !soft.isEmpty()) {
      Visit visit = queue.isEmpty() ? soft.remove() : queue.remove();
      boolean first = seen.add(new Visited(visit.name, visit.place.unit()));
      if (first || visit.assigned) {
        for (Definition definition : work.graph.lookup(visit.name, visit.place)) {
          follow(definition, visit);
        }
      }
    }
  }

  private void follow(Definition definition, Visit visit) {
    if (visit.through == null && visit.required) {
      note(definition);
    }
    if (definition.unit() instanceof TypeUnit) {
      followType(definition, visit);
    } else if (definition.unit() instanceof FunctionUnit) {
      followFunction(definition, visit);
    } else if (definition.unit() instanceof StatementUnit) {
      followValue(definition, visit);
    } else if (definition.unit() instanceof BrokenUnit) {
      block(visit, definition, Outcome.Why.BROKEN);
    }
  }

  private void followType(Definition definition, Visit visit) {
    CodeNode node = resolver.node(Part.TYPE, definition, visit.place);
    code.add(definition.name());
    if (resolver.collect(node, new HashMap<>()) != null) {
      return;
    }
    CodeKey key = collect(node);
    Compiled done = compiled(node, key);
    if (done == null) {
      return;
    }
    if (!done.succeeded()) {
      blockAsCompiled(visit, definition, done);
      return;
    }
    addCode(done, visit.place.within(definition));
    followUses(done, definition, visit);
  }

  /** Returns what compiling a node gave, or null and a note that it has to be compiled. */
  private @Nullable Compiled compiled(CodeNode node, CodeKey key) {
    Compiled done = work.compiled.get(key);
    if (done == null) {
      Map<CodeKey, CompileUnit> units = new HashMap<>();
      resolver.collect(node, units);
      units.keySet().removeIf(work.compiled::containsKey);
      uncompiled.putAll(units);
    }
    return done;
  }

  private void followFunction(Definition definition, Visit visit) {
    CodeNode bodyNode = resolver.node(Part.FUNCTION_BODY, definition, visit.place);
    code.add(definition.name());
    if (resolver.collect(bodyNode, new HashMap<>()) != null) {
      return;
    }
    CodeKey interfaceKey = collect(resolver.node(Part.FUNCTION_INTERFACE, definition, visit.place));
    CodeKey body = collect(bodyNode);
    Compiled done = compiled(bodyNode, body);
    if (done == null) {
      return;
    }
    if (!done.succeeded()) {
      blockAsCompiled(visit, definition, done);
      return;
    }
    bodies.computeIfAbsent(interfaceKey, k -> new TreeMap<>()).put(visit.place.unit(), body);
    addCode(done, visit.place.within(definition));
    followUses(done, definition, visit);
    followLater(definition.name(), visit.place);
  }

  /**
   * Where the block defines a function again, code that was made above that can be called below it,
   * and goes to the new one.
   */
  private void followLater(Name function, Place place) {
    if (place.order() != cell.order()) {
      return;
    }
    List<Unit> units = cell.analysis().units();
    boolean again = false;
    for (int i = place.unit() + 1; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (unit instanceof FunctionUnit defined && defined.name().equals(function)) {
        again = true;
      } else if (unit instanceof StatementUnit && again) {
        add(function, new Place(cell.order(), i), null, false, false);
      }
    }
  }

  private void followUses(Compiled done, Definition through, Visit visit) {
    Place place = visit.place.within(through);
    for (Name name : done.uses()) {
      add(name, place, through.name(), visit.required, done.assigns().contains(name));
    }
  }

  private void followValue(Definition definition, Visit visit) {
    CodeKey key = storage(definition);
    if (key == null) {
      block(visit, definition, Outcome.Why.BROKEN);
      return;
    }
    classes.add(key);
    if (visit.assigned) {
      assigned.add(key);
    }
    if (definition.block().equals(cell.id())) {
      return;
    }
    Written written = work.writeAbove(key, cell.order());
    if (isUnknown(written, definition.name())) {
      storages.put(key, written);
      return;
    }
    boolean there =
        written != null
            && written.write().defined()
            && work.writeOrderAbove(key, cell.order()) >= definition.place().order();
    storages.put(key, there ? written : null);
    if (!there || written == null) {
      block(visit, definition, Outcome.Why.NO_VALUE);
      return;
    }
    followKept(written.write(), visit.place);
  }

  /** Follows the code that a value may hold: it may never be called. */
  private void followKept(Write write, Place place) {
    for (Name name : write.reach()) {
      add(name, place, null, false, false);
    }
    for (CodeKey key : write.made()) {
      Compiled done = work.compiled.get(key);
      if (made.add(key) && done != null) {
        effects.put(key, done.effects());
      }
    }
    for (CodeKey key : write.reads()) {
      classes.add(key);
      if (isStatic(key)) {
        statics.add(key);
      } else {
        assigned.add(key);
      }
      if (!storages.containsKey(key)) {
        Written written = work.writeAbove(key, cell.order());
        boolean unknown = isUnknown(written, null);
        boolean there = written != null && written.write().defined();
        storages.put(key, there || unknown ? written : null);
        if (there && written != null) {
          followKept(written.write(), place);
        }
      }
    }
  }

  /**
   * Adds code that may run, and its static state: there until somebody uses it, and from then on.
   */
  private void addCode(Compiled done, Place place) {
    effects.put(done.key(), done.effects());
    if (done.statics()) {
      addStatics(done.key(), place);
    }
    for (CodeKey outside : done.followed().statics()) {
      addStatics(outside, place);
    }
  }

  /**
   * Adds the state of the process, which any code may read: as somebody further up has left it, or
   * as it was in the beginning. As long as nobody has changed it, it is in nobody's key.
   */
  private void addProcess() {
    if (work.compiled.containsKey(FollowedCode.PROCESS) && statics.add(FollowedCode.PROCESS)) {
      Written written = work.writeAbove(FollowedCode.PROCESS, cell.order());
      if (written != null) {
        storages.put(FollowedCode.PROCESS, written);
        followKept(written.write(), new Place(cell.order(), cell.analysis().units().size()));
        drain();
      }
    }
  }

  private void addStatics(CodeKey key, Place place) {
    if (statics.add(key)) {
      Written written = work.writeAbove(key, cell.order());
      storages.put(key, written);
      if (!isUnknown(written, null) && written != null) {
        followKept(written.write(), place);
      }
    }
  }

  /** Tells whether the state of a storage depends on a block that is held: then so does the run. */
  private boolean isUnknown(@Nullable Written written, @Nullable Name name) {
    if (written == null || !written.write().unknown()) {
      return false;
    }
    if (waits == null && blocked == null) {
      waits = new Outcome.Waiting(written.block(), name);
    }
    return true;
  }

  /**
   * Adds the storages that can get at objects which the block can change, be it by another name:
   * what it does to them shows there.
   */
  private void addSharers() {
    Deque<CodeKey> queue = new ArrayDeque<>(storages.keySet());
    while (!queue.isEmpty()) {
      CodeKey shared = queue.remove();
      Written written = storages.get(shared);
      for (CodeKey other : written == null ? Set.<CodeKey>of() : written.write().shares()) {
        Written sharer = work.writeAbove(other, cell.order());
        if (!storages.containsKey(other)
            && sharer != null
            && sharer.write().defined()
            && sharer.write().shares().contains(shared)) {
          storages.put(other, sharer);
          classes.add(other);
          if (isStatic(other)) {
            statics.add(other);
          }
          queue.add(other);
        }
      }
    }
  }

  /**
   * Adds the functions that code in values may call, and that cannot be bound here: else calls
   * would go wherever the run before had them go.
   */
  private void addCalls() {
    for (Written written : storages.values()) {
      if (written != null) {
        written
            .write()
            .calls()
            .forEach(
                (called, body) ->
                    bodies.computeIfAbsent(called, k -> new TreeMap<>(Map.of(0, body))));
      }
    }
  }

  /** Adds what all that is reached stands on in other files. */
  private void addSources() {
    for (CodeKey key : classes) {
      Footing footing = work.footings.get(key);
      if (footing != null) {
        sources.addAll(footing.sources());
      }
      Compiled done = work.compiled.get(key);
      FollowedCode followed = done == null ? FollowedCode.NONE : done.followed();
      inside |= followed.inside();
      hidden.addAll(followed.hidden());
      if (followed.members() != null) {
        members.add(followed.members());
        following.add(key);
      }
    }
    for (Written written : storages.values()) {
      if (written != null) {
        sources.addAll(written.write().sources());
        hidden.addAll(written.write().hidden());
      }
    }
  }

  /** Adds the static state that code can get at which looks inside of others. */
  private void addHidden() {
    for (CodeKey key : inside ? Set.copyOf(hidden) : Set.<CodeKey>of()) {
      addStatics(key, new Place(cell.order(), cell.analysis().units().size()));
      drain();
    }
  }

  /** Tells whether a storage is the static state of some code. */
  private boolean isStatic(CodeKey key) {
    Compiled done = work.compiled.get(key);
    return done != null && done.statics();
  }

  /** Returns the storage of a variable, or null where its type is not known. */
  private @Nullable CodeKey storage(Definition definition) {
    ValueDefinition value = definition.value();
    if (value != null && value.typeText() != null) {
      return collect(resolver.node(Part.STORAGE, definition, definition.place()));
    }
    return work.of(definition) instanceof Storages.Known known ? known.key() : null;
  }

  /** Adds a node and all that it is compiled against to the classes; returns its key. */
  private CodeKey collect(CodeNode root) {
    CodeKey key = resolver.key(root);
    Deque<CodeNode> open = new ArrayDeque<>();
    if (collected.putIfAbsent(root, true) == null) {
      open.add(root);
    }
    while (!open.isEmpty()) {
      CodeNode node = open.remove();
      classes.add(resolver.key(node));
      for (var list : resolver.targets(node).values()) {
        for (CodeNode.Target target : list) {
          if (target instanceof CodeNode.ToNode to
              && collected.putIfAbsent(to.node(), true) == null) {
            open.add(to.node());
          } else if (target instanceof CodeNode.ToStorage to) {
            classes.add(to.key());
          }
        }
      }
    }
    return key;
  }

  private void blockAsCompiled(Visit visit, Definition definition, Compiled done) {
    if (!visit.required || blocked != null || waits != null) {
      return;
    }
    Outcome.Blocked inner = missing(work, done, visit.place.within(definition), definition.name());
    if (inner != null) {
      blocked = inner;
    } else {
      block(visit, definition, Outcome.Why.BROKEN);
    }
  }

  /**
   * Returns what code that does not compile is missing from the document, or null where it is wrong
   * in itself.
   */
  static Outcome.@Nullable Blocked missing(
      Work work, Compiled done, Place place, @Nullable Name through) {
    for (Name name : new TreeSet<>(done.unresolved())) {
      List<Definition> found = work.graph.lookup(name, place);
      for (Definition definition : found) {
        boolean code =
            definition.unit() instanceof BrokenUnit || definition.unit() instanceof StatementUnit;
        if (code) {
          return new Outcome.Blocked(name, definition.block(), Outcome.Why.BROKEN, through);
        }
      }
      Definition below = found.isEmpty() ? work.graph.firstBelow(name, place) : null;
      if (below != null) {
        return new Outcome.Blocked(name, below.block(), Outcome.Why.BELOW, through);
      }
    }
    for (Name name : new TreeSet<>(done.unresolved())) {
      if (through != null && work.graph.lookup(name, place).isEmpty()) {
        return new Outcome.Blocked(name, null, Outcome.Why.UNDEFINED, through);
      }
    }
    return null;
  }

  private void block(Visit visit, Definition definition, Outcome.Why why) {
    if (visit.required && blocked == null && waits == null) {
      blocked = new Outcome.Blocked(definition.name(), definition.block(), why, visit.through);
    }
  }
}
