package dev.colight.java.effects;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else there is around a call, as far as conditions of rules ask for it.
 *
 * @param calls names of the methods that its unit calls
 * @param waits the same without what only tasks call: who hands one on does not wait for that
 * @param says texts in the unit
 */
record CallContext(Set<String> calls, Set<String> waits, Set<String> says) {
  private static final Set<String> TASKS =
      Set.of("java/lang/Runnable", "java/util/concurrent/Callable");

  /** The surroundings of each method of a unit, by class, name and descriptor. */
  static Map<String, CallContext> of(List<ClassCode> unit, Outside outside) {
    Set<String> tasks = tasks(unit, outside);
    Set<String> calls = new HashSet<>();
    Set<String> waits = new HashSet<>();
    Set<String> says = new HashSet<>();
    Map<String, Set<String>> called = new HashMap<>();
    for (ClassCode code : unit) {
      code.methods.forEach(
          (signature, method) -> {
            Set<String> names = new HashSet<>();
            method.code().calls.forEach(call -> names.addAll(outside.names(call)));
            called.put(key(code.name, signature), names);
            calls.addAll(names);
            says.addAll(method.code().texts);
          });
    }
    called.forEach(
        (method, names) -> {
          if (!tasks.contains(method)) {
            waits.addAll(names);
          }
        });
    CallContext whole = new CallContext(calls, waits, says);
    Map<String, CallContext> result = new HashMap<>();
    called.forEach(
        (method, names) ->
            result.put(method, tasks.contains(method) ? whole.waitingFor(names) : whole));
    return result;
  }

  /** A task waits for what it starts itself. */
  private CallContext waitingFor(Set<String> names) {
    Set<String> more = new HashSet<>(waits);
    more.addAll(names);
    return new CallContext(calls, more, says);
  }

  /** Returns the methods that are tasks for others to run, and what only those call. */
  private static Set<String> tasks(List<ClassCode> unit, Outside outside) {
    Set<String> tasks = new HashSet<>();
    Map<String, Set<String>> callers = new HashMap<>();
    for (ClassCode code : unit) {
      boolean isTask = outside.lineage(code.name).stream().anyMatch(TASKS::contains);
      code.methods.forEach(
          (signature, method) -> {
            String key = key(code.name, signature);
            if (isTask && signature.matches("(run|call)\\(\\).*")) {
              tasks.add(key);
            }
            tasks.addAll(method.code().tasks);
            for (CallSite call : method.code().calls) {
              String called = key(call.owner(), call.name() + call.descriptor());
              if (!called.equals(key)) {
                callers.computeIfAbsent(called, k -> new HashSet<>()).add(key);
              }
            }
          });
    }
    boolean more = !tasks.isEmpty();
    while (more) {
      more = false;
      for (Map.Entry<String, Set<String>> one : callers.entrySet()) {
        if (tasks.containsAll(one.getValue()) && tasks.add(one.getKey())) {
          more = true;
        }
      }
    }
    return tasks;
  }

  static String key(String owner, String signature) {
    return owner + "." + signature;
  }
}
