package dev.colight.toy;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.execution.RunRequest;
import dev.colight.execution.ValueRef;
import dev.colight.graph.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Interprets toy code as a real kernel would run it: storages and links as requested, no more. */
public final class ToyKernel {
  private final ToyLanguage language;
  private final Map<ValueRef, Snapshot> kept = new HashMap<>();
  public int runs;

  /** How long runs take. */
  public long nanos = 1;

  /** What has been touched in the outside world, in order. */
  public final List<String> outside = new ArrayList<>();

  /** Whether mutable state is looked after; a kernel that does not shows what that is for. */
  public boolean tracks = true;

  /** How the next runs end, each with the loss of all values. */
  public final Deque<KernelEvent.Lost> endings = new ArrayDeque<>();

  /** How runs that read something are refused, though nothing is wrong. */
  public Refusal refuses = Refusal.NONE;

  /** How a kernel says that it does not begin a run. */
  public enum Refusal {
    NONE,
    GONE,
    RENEWED
  }

  public ToyKernel(ToyLanguage language) {
    this.language = language;
  }

  /** Loses everything, as a crash does. */
  public void lose() {
    kept.clear();
  }

  /** Loses some values, as one does that is short of memory. */
  public void lose(int residue, int modulus) {
    kept.keySet().removeIf(ref -> Math.floorMod(ref.hashCode(), modulus) == residue);
  }

  /** Something that can be changed in place. */
  private static final class Box {
    private List<Object> items = new ArrayList<>();

    @Override
    public String toString() {
      return text(this, 0);
    }

    private static String text(Object value, int depth) {
      if (!(value instanceof Box box)) {
        return String.valueOf(value);
      } else if (depth > 3) {
        return "...";
      }
      List<String> parts = box.items.stream().map(item -> text(item, depth + 1)).toList();
      return "[" + String.join(",", parts) + "]";
    }
  }

  /** A value, and what was in all boxes that it leads to. */
  private record Snapshot(Object root, IdentityHashMap<Box, List<Object>> boxes) {}

  private static IdentityHashMap<Box, List<Object>> boxes(@Nullable Object root) {
    IdentityHashMap<Box, List<Object>> found = new IdentityHashMap<>();
    Deque<Object> queue = new ArrayDeque<>();
    if (root != null) {
      queue.add(root);
    }
    while (!queue.isEmpty()) {
      if (queue.remove() instanceof Box box && found.put(box, new ArrayList<>(box.items)) == null) {
        queue.addAll(box.items);
      }
    }
    return found;
  }

  /** Stops a run that is about to touch the outside world, and may not. */
  private static final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String call;

    Denied(String call) {
      this.call = call;
    }
  }

  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
      super(message);
    }
  }

  /** Runs a request to its end; returns its events in order. */
  public List<KernelEvent> run(RunRequest request) {
    Set<ValueRef> gone = new HashSet<>(request.values().values());
    gone.removeAll(kept.keySet());
    if (!gone.isEmpty()) {
      return List.of(new KernelEvent.Gone(request.id(), gone));
    }
    boolean reads = !request.values().isEmpty();
    if (reads && refuses == Refusal.GONE) {
      return List.of(new KernelEvent.Gone(request.id(), Set.copyOf(request.values().values())));
    } else if (reads && refuses == Refusal.RENEWED) {
      lose();
      return List.of(new KernelEvent.Renewed(request.id()));
    }
    KernelEvent.Lost ending = endings.poll();
    if (ending != null) {
      lose();
      return List.of(new KernelEvent.Lost(request.id(), ending.reason(), ending.outside()));
    }
    runs++;
    Map<CodeKey, Object> storages = new HashMap<>();
    IdentityHashMap<Box, List<Object>> boxes = new IdentityHashMap<>();
    request
        .values()
        .forEach(
            (storage, ref) -> {
              Snapshot snapshot = kept.get(ref);
              storages.put(storage, snapshot.root);
              boxes.putAll(snapshot.boxes);
            });
    if (tracks) {
      boxes.forEach((box, items) -> box.items = new ArrayList<>(items));
    }
    Map<CodeKey, Object> before = Map.copyOf(storages);
    Set<CodeKey> declared = new HashSet<>();
    List<KernelEvent> events = new ArrayList<>();
    KernelEvent.@Nullable Thrown thrown = null;
    int segment = 0;
    int statement = 0;
    try {
      for (segment = 0; segment < request.segments().size(); segment++) {
        RunRequest.Segment s = request.segments().get(segment);
        CompileUnit.Statements unit = (CompileUnit.Statements) language.code.get(s.key());
        for (statement = 0; statement < s.statements(); statement++) {
          String line = ((ToyLanguage.Lines) unit.unit().code()).lines().get(statement);
          Object value = execute(line, unit, request, storages);
          Emission emission =
              new Emission(
                  Emission.Kind.VALUE,
                  segment,
                  statement,
                  Map.of("text/plain", value.toString()),
                  false,
                  null,
                  null);
          events.add(new KernelEvent.Emitted(request.id(), emission));
          declared.addAll(s.declares().getOrDefault(statement, List.of()));
        }
      }
      segment = request.segments().size() - 1;
    } catch (Denied e) {
      events.add(new KernelEvent.Denied(request.id(), "touches", e.call, null, segment, statement));
      return events;
    } catch (Failure e) {
      thrown = new KernelEvent.Thrown("Failure", e.getMessage(), List.of(), null);
    }
    List<KernelEvent.Kept> result = report(request, storages, before, boxes, declared);
    events.add(
        new KernelEvent.Finished(
            request.id(), false, thrown, false, segment, statement, result, nanos, 0));
    return events;
  }

  private List<KernelEvent.Kept> report(
      RunRequest request,
      Map<CodeKey, Object> storages,
      Map<CodeKey, Object> before,
      IdentityHashMap<Box, List<Object>> boxesBefore,
      Set<CodeKey> declared) {
    Set<CodeKey> all = new TreeSet<>(request.kept());
    if (tracks) {
      all.addAll(request.probes());
    }
    Map<CodeKey, IdentityHashMap<Box, List<Object>>> reached = new HashMap<>();
    for (CodeKey storage : all) {
      reached.put(storage, boxes(storages.get(storage)));
    }
    List<KernelEvent.Kept> result = new ArrayList<>();
    for (CodeKey storage : all) {
      Object value = storages.get(storage);
      IdentityHashMap<Box, List<Object>> boxes = reached.get(storage);
      boolean defined = declared.contains(storage) || before.containsKey(storage);
      boolean changed =
          declared.contains(storage)
              || value != before.get(storage)
              || boxes.entrySet().stream()
                  .anyMatch(e -> !e.getValue().equals(boxesBefore.get(e.getKey())));
      Set<CodeKey> shares = new HashSet<>();
      for (CodeKey other : all) {
        if (!other.equals(storage) && tracks) {
          if (!Collections.disjoint(boxes.keySet(), reached.get(other).keySet())) {
            shares.add(other);
          }
        }
      }
      if (value != null && (changed || request.kept().contains(storage))) {
        kept.put(new ValueRef(request.key(), storage), new Snapshot(value, boxes));
      }
      boolean known = defined && (boxes.isEmpty() || (shares.isEmpty() && boxes.size() < 3));
      result.add(
          new KernelEvent.Kept(
              storage,
              defined,
              changed,
              known ? "digest " + value : null,
              !boxes.isEmpty(),
              false,
              shares));
    }
    return result;
  }

  private Object execute(
      String line, CompileUnit.Statements unit, RunRequest request, Map<CodeKey, Object> storages) {
    if (line.equals("fail")) {
      throw new Failure("asked to fail");
    }
    Object value = evaluate(ToyLanguage.expression(line), unit, request, storages, 0);
    String target = ToyLanguage.target(line);
    Name pushed = ToyLanguage.box(line);
    if (pushed != null) {
      box(unit, pushed, storages).items.add(line.contains(" <- ") ? value : value.toString());
    } else if (!target.isEmpty()) {
      Object stored = value;
      if (line.startsWith("box ")) {
        Box box = new Box();
        box.items.add(value.toString());
        stored = box;
      } else if (line.startsWith("ref ") && !(value instanceof Box)) {
        throw new Failure("no box");
      }
      storages.put(storage(unit, Name.value(target)), stored);
      return stored;
    }
    return value;
  }

  private Box box(CompileUnit unit, Name name, Map<CodeKey, Object> storages) {
    if (storages.get(storage(unit, name)) instanceof Box box) {
      return box;
    }
    throw new Failure(name + " holds no box");
  }

  private CodeKey storage(CompileUnit unit, Name name) {
    CodeKey own = language.inferred.getOrDefault(unit.key(), Map.of()).get(name);
    if (own != null) {
      return own;
    }
    for (Binding binding : unit.bindings()) {
      if (binding.name().equals(name) && binding instanceof Binding.Defined d) {
        return d.key();
      }
    }
    throw new AssertionError("unbound " + name);
  }

  private Object evaluate(
      String expression,
      CompileUnit unit,
      RunRequest request,
      Map<CodeKey, Object> storages,
      int depth) {
    if (depth > 50) {
      throw new Failure("too deep");
    }
    long sum = 0;
    StringBuilder text = new StringBuilder();
    boolean isText = false;
    List<String> operands = ToyLanguage.operands(expression);
    for (String operand : operands) {
      Object value;
      if (operand.startsWith("'")) {
        value = operand.substring(1, operand.length() - 1);
        isText = true;
      } else if (operand.endsWith("()")) {
        CodeKey called = storage(unit, Name.function(operand.substring(0, operand.length() - 2)));
        CodeKey body = request.links().get(called);
        if (body == null) {
          throw new AssertionError("unlinked " + operand);
        }
        CompileUnit.FunctionBody function = (CompileUnit.FunctionBody) language.code.get(body);
        String source = ToyLanguage.expression(function.unit().text());
        value = evaluate(source, function, request, storages, depth + 1);
      } else if (operand.endsWith("!")) {
        Name name = Name.value(operand.substring(0, operand.length() - 1));
        Box box = box(unit, name, storages);
        box.items.add(".");
        value = Integer.toString(box.items.size());
      } else if (operand.startsWith("^")) {
        outside.add(operand.substring(1));
        value = "1";
      } else if (operand.startsWith("%")) {
        if (!request.free()) {
          throw new Denied(operand);
        }
        outside.add(operand.substring(1));
        value = "1";
      } else if (operand.startsWith("@")) {
        value = request.inputs().getOrDefault(operand.substring(1), "0");
      } else if (Character.isLetter(operand.charAt(0))) {
        Object stored = storages.get(storage(unit, Name.value(operand)));
        value = stored == null ? "0" : stored;
      } else {
        value = operand;
      }
      if (operands.size() == 1 && value instanceof Box) {
        return value;
      }
      isText |= !value.toString().matches("-?\\d+");
      text.append(value);
      sum += isText ? 0 : Long.parseLong(value.toString());
    }
    return isText ? text.toString() : Long.toString(sum % 1_000_003);
  }
}
