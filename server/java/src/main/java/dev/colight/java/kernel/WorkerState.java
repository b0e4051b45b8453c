package dev.colight.java.kernel;

import dev.colight.cache.CodeKey;
import dev.colight.cache.RunKey;
import dev.colight.execution.Part;
import dev.colight.execution.RunRequest;
import dev.colight.execution.ValueRef;
import dev.colight.java.compile.ClassStore;
import dev.colight.java.compile.GeneratedClass;
import dev.colight.java.compile.GeneratedNames;
import dev.colight.java.compile.SourceUnit;
import dev.colight.java.compile.StaticFields;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.Handle;
import dev.colight.worker.wire.ToWorker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows what a worker has: classes, links, and what its storages hold; and so, what it must be told
 * before a run. Used by one thread.
 */
final class WorkerState {
  /** Bytes of class files that go into one message. */
  private static final int DEFINE_BYTES = 1 << 20;

  /** Units that nothing needs any more, and that a worker may have all the same. */
  static final int MAX_DEAD = 1_000;

  /** The same of sources of the workspace, of which an edit may concern thousands. */
  static final int MAX_DEAD_SOURCES = 10_000;

  /** Runs after which those are counted, at least. */
  private static final int COUNT_EVERY = 256;

  private final ClassStore store;
  private final ToWorker.Limits limits;

  /** The number by which the worker knows the last run: other kernels may have had it before. */
  private int runs;

  /** The number of the run at which they are counted next. */
  private int nextCount = COUNT_EVERY;

  /** What the worker has of each unit; by the digits in class names, the key. */
  private final Set<CodeKey> sent = new HashSet<>();

  /** The sources of the workspace that it has, each with all that it uses. */
  private final Set<CodeKey> sentSources = new HashSet<>();

  private final Map<String, CodeKey> keys = new HashMap<>();
  private final Map<CodeKey, CodeKey> links = new HashMap<>();

  /** Names of classes that run in another package than generated ones usually do. */
  private final Map<CodeKey, String> placed = new HashMap<>();

  /** All that have been sent, and what they hold. */
  private final Map<CodeKey, Held> storages = new HashMap<>();

  private final Set<ValueRef> kept = new HashSet<>();
  private final SentNames names = new SentNames();

  WorkerState(ClassStore store, ToWorker.Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  /** Returns the values that a run needs and that the worker does not keep. */
  Set<ValueRef> missing(RunRequest request) {
    Set<ValueRef> missing = new HashSet<>(request.values().values());
    missing.removeAll(kept);
    return missing;
  }

  /** Tells whether a value is one that a run needs. */
  boolean asks(RunRequest request, Handle handle) {
    return request.values().values().stream()
        .anyMatch(value -> handle(request, value).equals(handle));
  }

  /** Notes that the worker has lost a value that a run needs; returns its name. */
  ValueRef lose(RunRequest request, Handle handle) {
    for (ValueRef value : request.values().values()) {
      if (handle(request, value).equals(handle)) {
        kept.remove(value);
        return value;
      }
    }
    throw new IllegalArgumentException("nobody asked for " + handle);
  }

  /** Notes that the worker did not begin a run: none of what it was to find is in place. */
  void refuse(RunRequest request) {
    links.keySet().removeAll(request.links().keySet());
    request.segments().forEach(s -> links.keySet().removeAll(s.relinks().keySet()));
    reached(request).forEach(key -> storages.put(key, Held.UNKNOWN));
  }

  /** Notes that the worker has begun anew: it has the class files, and nothing else. */
  void renew() {
    names.clear();
    links.clear();
    kept.clear();
    storages.replaceAll((key, held) -> Held.DEFAULT);
  }

  /**
   * Tells whether most of what the worker has is of no use any more. Classes are never unloaded one
   * by one: a worker that has seen a day of editing is best replaced.
   */
  boolean isWornOut() {
    if (runs < nextCount) {
      return false;
    }
    // The more there is to look through, the more seldom: so this costs each run the same.
    nextCount = runs + Math.max(COUNT_EVERY, sent.size() / 4);
    return sent.stream().filter(this::isGone).count() > MAX_DEAD
        || sentSources.stream().filter(this::isGone).count() > MAX_DEAD_SOURCES;
  }

  private boolean isGone(CodeKey key) {
    return store.classes(key).isEmpty() && store.sources(key).isEmpty();
  }

  /** Returns the key in the name of a generated class that was sent. */
  @Nullable CodeKey key(String digits) {
    return keys.get(digits);
  }

  /** Returns the number by which the worker knows the last run that was sent; 0 for none. */
  int run() {
    return runs;
  }

  /** Returns the names by which the worker knows runs. */
  SentNames names() {
    return names;
  }

  /** Returns what to tell the worker for a run, the last message being the run itself. */
  List<ToWorker> start(RunRequest request) {
    names.begin(request.key());
    List<ToWorker> messages = define(request);
    messages.add(run(request, request.probes()));
    return messages;
  }

  /**
   * Returns what to tell the worker for a run that is to follow the one under way.
   *
   * @param unless values of which that would have to declare the same for this to be of no use
   */
  List<ToWorker> follow(RunRequest before, RunRequest next, Map<CodeKey, ValueRef> unless) {
    List<CodeKey> reported = reported(before);
    List<ToWorker.Unless> same = new ArrayList<>();
    unless.forEach(
        (storage, value) ->
            same.add(new ToWorker.Unless(reported.indexOf(storage), handle(value))));
    List<ToWorker> messages = define(next);
    int after = runs;
    messages.add(new ToWorker.Ahead(after, same, run(next, Set.copyOf(reported))));
    return messages;
  }

  /** Tells whether a worker will have the values that a run needs once another one has ended. */
  boolean canFollow(RunRequest before, RunRequest next) {
    Set<ValueRef> missing = missing(next);
    missing.removeIf(
        value -> value.run().equals(before.key()) && before.kept().contains(value.storage()));
    return missing.isEmpty();
  }

  /**
   * Returns what to tell the worker of a run.
   *
   * @param uncertain storages of which nobody knows what they will hold when it begins
   */
  private ToWorker.Run run(RunRequest request, Set<CodeKey> uncertain) {
    List<ToWorker.Assign> sets = new ArrayList<>();
    List<ToWorker.Storage> resets = new ArrayList<>();
    for (CodeKey key : reached(request)) {
      ValueRef wanted = request.values().get(key);
      Held held = uncertain.contains(key) ? Held.UNKNOWN : storages.getOrDefault(key, Held.UNKNOWN);
      if (wanted == null && !held.isDefault) {
        resets.add(storage(key));
        storages.put(key, Held.DEFAULT);
      } else if (wanted != null && !held.values.contains(wanted)) {
        sets.add(new ToWorker.Assign(storage(key), handle(wanted)));
        storages.put(key, new Held(false, Set.of(wanted)));
      }
    }
    List<ToWorker.Link> linked = relink(request.links());
    return new ToWorker.Run(
        ++runs,
        request.key().toString(),
        request.segments().stream()
            .map(
                s ->
                    new ToWorker.Segment(
                        className(Part.STATEMENTS, s.key()),
                        s.seed(),
                        s.statements(),
                        changing(s.relinks())))
            .toList(),
        linked,
        code(request),
        sets,
        resets,
        keeps(request),
        statics(request),
        request.inputs(),
        limits,
        request.free(),
        request.ending() != RunRequest.Ending.NEVER,
        request.ending() == RunRequest.Ending.ALWAYS);
  }

  /**
   * Notes how a run went that has not been stopped.
   *
   * @param next what was sent to follow it, or null
   */
  void finish(RunRequest request, FromWorker.Done done, @Nullable RunRequest next) {
    // What that has been told to begin with is noted already.
    Set<CodeKey> ahead = next == null ? Set.of() : reached(next);
    boolean certain = done.thrown().isEmpty();
    if (!certain) {
      reached(request).forEach(key -> storages.put(key, Held.UNKNOWN));
    }
    Set<CodeKey> declared = new HashSet<>();
    request.segments().forEach(s -> s.declares().values().forEach(declared::addAll));
    int index = 0;
    for (CodeKey key : reported(request)) {
      FromWorker.Kept state = done.kept().get(index++);
      ValueRef value = new ValueRef(request.key(), key);
      if (request.statics().contains(key)) {
        if (state.changed()) {
          kept.add(value);
        }
      } else if (!state.defined()) {
        storages.put(key, Held.UNKNOWN); // nothing follows then
      } else if (state.changed() || declared.contains(key)) {
        kept.add(value);
        if (certain && !ahead.contains(key)) {
          Held before = storages.getOrDefault(key, Held.UNKNOWN);
          storages.put(key, state.changed() ? new Held(false, Set.of(value)) : before.and(value));
        }
      }
    }
  }

  /** Notes that a run has been of no use; returns the message that makes the worker forget it. */
  ToWorker drop(RunRequest request) {
    reached(request).forEach(key -> storages.put(key, Held.UNKNOWN));
    return forget(
        reported(request).stream().map(storage -> new ValueRef(request.key(), storage)).toList());
  }

  /** Returns what a run is to report on, in the order of its report. */
  static List<CodeKey> reported(RunRequest request) {
    Set<CodeKey> storages = new TreeSet<>(request.kept());
    storages.addAll(request.probes());
    storages.removeAll(request.statics());
    List<CodeKey> all = new ArrayList<>(storages);
    all.addAll(new TreeSet<>(request.statics()));
    return all;
  }

  /** Returns the message that makes the worker drop values. */
  ToWorker forget(Collection<ValueRef> values) {
    values.forEach(kept::remove);
    List<Handle> handles = values.stream().flatMap(this::handles).toList();
    values.forEach(value -> names.forget(value.run()));
    return new ToWorker.Forget(handles);
  }

  private List<ToWorker> define(RunRequest request) {
    Set<CodeKey> all = new TreeSet<>(request.classes());
    request.segments().forEach(segment -> all.add(segment.key()));
    all.addAll(request.links().keySet());
    all.addAll(request.links().values());
    for (RunRequest.Segment segment : request.segments()) {
      all.addAll(segment.relinks().keySet());
      all.addAll(segment.relinks().values());
    }
    all.addAll(request.values().keySet());
    all.addAll(request.kept());
    all.addAll(request.statics());
    List<ToWorker> messages = new ArrayList<>();
    List<ToWorker.ClassFile> batch = new ArrayList<>();
    int bytes = 0;
    for (CodeKey key : all) {
      if (!sent.add(key)) {
        continue;
      }
      keys.put(key.toString(), key);
      for (SourceUnit unit : unsent(store.sources(key))) {
        for (GeneratedClass generated : unit.classes()) {
          batch.add(new ToWorker.ClassFile(generated.name(), generated.bytes()));
          bytes += generated.bytes().length;
        }
      }
      for (GeneratedClass generated : store.classes(key)) {
        if (generated.name().equals(className(Part.STORAGE, key))) {
          storages.put(key, Held.DEFAULT);
        }
        batch.add(new ToWorker.ClassFile(generated.name(), generated.bytes()));
        bytes += generated.bytes().length;
      }
      if (bytes > DEFINE_BYTES) {
        messages.add(new ToWorker.Define(batch));
        batch = new ArrayList<>();
        bytes = 0;
      }
    }
    if (!batch.isEmpty()) {
      messages.add(new ToWorker.Define(batch));
    }
    return messages;
  }

  /** Returns sources that the worker has not got, and all that they use, and notes them as sent. */
  private Set<SourceUnit> unsent(Set<SourceUnit> units) {
    Set<SourceUnit> found = new LinkedHashSet<>();
    Deque<SourceUnit> open = new ArrayDeque<>(units);
    while (!open.isEmpty()) {
      SourceUnit unit = open.remove();
      if (sentSources.add(unit.key())) {
        found.add(unit);
        open.addAll(unit.needs());
      }
    }
    return found;
  }

  /** Returns the storages that a run can reach, in order. */
  private Set<CodeKey> reached(RunRequest request) {
    Set<CodeKey> reached = new TreeSet<>(request.kept());
    reached.addAll(request.values().keySet());
    request.classes().stream().filter(storages::containsKey).forEach(reached::add);
    reached.removeAll(request.statics());
    return reached;
  }

  private List<ToWorker.Link> relink(Map<CodeKey, CodeKey> wanted) {
    List<ToWorker.Link> changes = new ArrayList<>();
    wanted.forEach(
        (called, body) -> {
          if (!body.equals(links.put(called, body))) {
            changes.add(link(called, body));
          }
        });
    return changes;
  }

  /** Returns links that change while a run is under way: nobody knows how far it gets. */
  private List<ToWorker.Link> changing(Map<CodeKey, CodeKey> relinks) {
    links.keySet().removeAll(relinks.keySet());
    return relinks.entrySet().stream().map(e -> link(e.getKey(), e.getValue())).toList();
  }

  private ToWorker.Link link(CodeKey called, CodeKey body) {
    return new ToWorker.Link(
        called.toString(),
        className(Part.FUNCTION_BODY, body),
        GeneratedNames.bodyMethod(store.member(called)));
  }

  /** Returns the classes of functions and types that a run may call, without those in them. */
  private List<String> code(RunRequest request) {
    Set<CodeKey> called = new TreeSet<>(request.classes());
    called.addAll(request.links().values());
    request.segments().forEach(segment -> called.addAll(segment.relinks().values()));
    request.segments().forEach(segment -> called.remove(segment.key()));
    return called.stream()
        .filter(key -> !storages.containsKey(key))
        .flatMap(
            key ->
                Stream.concat(
                    store.classes(key).stream(),
                    store.sources(key).stream().flatMap(unit -> unit.classes().stream())))
        .map(GeneratedClass::name)
        .filter(name -> name.indexOf('$') < 0)
        .distinct()
        .toList();
  }

  private List<ToWorker.Keep> keeps(RunRequest request) {
    Map<CodeKey, int[]> declared = new HashMap<>();
    for (int segment = 0; segment < request.segments().size(); segment++) {
      int place = segment;
      new TreeMap<>(request.segments().get(segment).declares())
          .forEach(
              (statement, keys) ->
                  keys.forEach(key -> declared.putIfAbsent(key, new int[] {place, statement})));
    }
    int[] nowhere = {-1, -1};
    return reported(request).stream()
        .filter(key -> !request.statics().contains(key))
        .map(
            key -> {
              int[] at = declared.getOrDefault(key, nowhere);
              boolean defined = request.values().containsKey(key);
              return new ToWorker.Keep(storage(key), defined, at[0], at[1]);
            })
        .toList();
  }

  private List<ToWorker.StaticState> statics(RunRequest request) {
    return new TreeSet<>(request.statics())
        .stream()
            .map(
                key -> {
                  ValueRef value = request.values().get(key);
                  StaticFields fields = store.statics(key);
                  return new ToWorker.StaticState(
                      key.toString(),
                      fields.classes(),
                      fields.simple(),
                      value == null ? null : handle(request, value));
                })
            .toList();
  }

  private ToWorker.Storage storage(CodeKey key) {
    return new ToWorker.Storage(className(Part.STORAGE, key), store.member(key));
  }

  private Handle handle(RunRequest request, ValueRef value) {
    return request.statics().contains(value.storage()) ? staticState(value) : handle(value);
  }

  private static Handle staticState(ValueRef value) {
    return new Handle(value.run().toString(), value.storage().toString());
  }

  /** Returns the names that a value may have, as static state or as that of a variable. */
  private Stream<Handle> handles(ValueRef value) {
    return Stream.of(handle(value), staticState(value));
  }

  private Handle handle(ValueRef value) {
    RunKey sentAs = names.of(value.run());
    return new Handle(sentAs.toString(), className(Part.STORAGE, value.storage()));
  }

  /** Returns the name under which a class runs; the code of what is named may be gone by now. */
  private String className(Part part, CodeKey key) {
    String known = placed.get(key);
    if (known != null) {
      return known;
    }
    String usual = GeneratedNames.className(part, key);
    String name =
        store.classes(key).stream()
            .map(GeneratedClass::name)
            .filter(placedName -> GeneratedNames.compiled(placedName).equals(usual))
            .findFirst()
            .orElse(usual);
    if (!name.equals(usual)) {
      placed.put(key, name);
    }
    return name;
  }

  /**
   * What a storage holds.
   *
   * @param isDefault whether it is its type's default, set by nobody
   * @param values all names of the value that it holds; none where that is not known
   */
  private record Held(boolean isDefault, Set<ValueRef> values) {
    private static final Held UNKNOWN = new Held(false, Set.of());
    private static final Held DEFAULT = new Held(true, Set.of());

    private Held and(ValueRef name) {
      Set<ValueRef> names = new HashSet<>(values);
      names.add(name);
      return new Held(false, names);
    }
  }
}
