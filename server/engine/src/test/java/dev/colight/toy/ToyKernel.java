package dev.colight.toy;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.execution.RunRequest;
import dev.colight.execution.ValueRef;
import dev.colight.graph.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interprets toy code as a real kernel would run it: storages and links as requested, no more. */
public final class ToyKernel {
  private final ToyLanguage language;
  private final Map<ValueRef, String> kept = new HashMap<>();
  public int runs;

  public ToyKernel(ToyLanguage language) {
    this.language = language;
  }

  /** Loses everything, as a crash does. */
  public void lose() {
    kept.clear();
  }

  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
      super(message);
    }
  }

  /** Runs a request to its end; returns its events in order. */
  public List<KernelEvent> run(RunRequest request) {
    runs++;
    Map<CodeKey, String> storages = new HashMap<>();
    request
        .values()
        .forEach(
            (storage, ref) -> {
              String value = kept.get(ref);
              if (value == null) {
                throw new AssertionError("a value that is not kept was asked for: " + ref);
              }
              storages.put(storage, value);
            });
    Map<CodeKey, String> before = Map.copyOf(storages);
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
          String value = execute(line, unit, request, storages);
          if (value != null) {
            Emission emission =
                new Emission(
                    Emission.Kind.VALUE, segment, statement, Map.of("text/plain", value), false);
            events.add(new KernelEvent.Emitted(request.id(), emission));
          }
          declared.addAll(s.declares().getOrDefault(statement, List.of()));
        }
      }
      segment = request.segments().size() - 1;
    } catch (Failure e) {
      thrown = new KernelEvent.Thrown("Failure", e.getMessage(), List.of(), null);
    }
    List<KernelEvent.Kept> result = new ArrayList<>();
    for (CodeKey storage : request.kept()) {
      String value = storages.get(storage);
      boolean defined = declared.contains(storage) || before.containsKey(storage);
      if (value != null) {
        kept.put(new ValueRef(request.key(), storage), value);
      }
      boolean changed =
          declared.contains(storage)
              || !String.valueOf(value).equals(String.valueOf(before.get(storage)));
      result.add(
          new KernelEvent.Kept(storage, defined, changed, defined ? "digest " + value : null));
    }
    events.add(
        new KernelEvent.Finished(request.id(), false, thrown, segment, statement, result, 1, 0));
    return events;
  }

  private @Nullable String execute(
      String line, CompileUnit.Statements unit, RunRequest request, Map<CodeKey, String> storages) {
    if (line.equals("fail")) {
      throw new Failure("asked to fail");
    }
    String value = evaluate(ToyLanguage.expression(line), unit, request, storages, 0);
    String target = ToyLanguage.target(line);
    if (!target.isEmpty()) {
      storages.put(storage(unit, Name.value(target)), value);
    }
    return value;
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

  private String evaluate(
      String expression,
      CompileUnit unit,
      RunRequest request,
      Map<CodeKey, String> storages,
      int depth) {
    if (depth > 50) {
      throw new Failure("too deep");
    }
    long sum = 0;
    StringBuilder text = new StringBuilder();
    boolean isText = false;
    for (String operand : ToyLanguage.operands(expression)) {
      String value;
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
      } else if (Character.isLetter(operand.charAt(0))) {
        String stored = storages.get(storage(unit, Name.value(operand)));
        value = stored == null ? "0" : stored;
      } else {
        value = operand;
      }
      isText |= !value.matches("-?\\d+");
      text.append(value);
      sum += isText ? 0 : Long.parseLong(value);
    }
    return isText ? text.toString() : Long.toString(sum % 1_000_003);
  }
}
