package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.execution.EffectSummary.Routine;
import dev.colight.execution.EffectSummary.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a run may do to the outside world: follows calls through all code that it can reach.
 * Where a value's type is not known, all routines count that replace the one that is called.
 */
final class EffectSearch {
  private final Map<Target, Found> routines = new HashMap<>();
  private final Map<String, Set<String>> supers = new HashMap<>();
  private final Map<String, Set<String>> subs = new HashMap<>();
  private final Deque<Target> queue = new ArrayDeque<>();
  private final Set<Target> seen = new HashSet<>();

  private record Found(CodeKey code, Routine routine) {}

  /** An effect, and the code that has it. */
  record Reached(CodeKey code, Effect effect) {}

  private EffectSearch() {}

  /**
   * Returns the first effect of a run in the order of its text, else the first elsewhere, or null.
   *
   * @param own the units that run, in order
   * @param reached all code that the run can get at, {@code own} included
   * @param bodies by function interface: those that it is bound to while it runs
   */
  static @Nullable Reached first(
      List<CodeKey> own, Map<CodeKey, EffectSummary> reached, Map<CodeKey, Set<CodeKey>> bodies) {
    if (reached.values().stream().noneMatch(EffectSummary::hasEffects)) {
      return null;
    }
    EffectSearch search = new EffectSearch();
    bodies.forEach(
        (from, all) -> all.forEach(to -> search.inherit(from.toString(), to.toString())));
    new TreeMap<>(reached).forEach(search::add);
    own.forEach(key -> search.queue.add(new Target(key.toString(), "")));
    return search.run().stream()
        .min(
            Comparator.comparingInt((Reached r) -> rank(own, r.code()))
                .thenComparing(Reached::code)
                .thenComparing(r -> r.effect().token()))
        .orElse(null);
  }

  private static int rank(List<CodeKey> own, CodeKey code) {
    int index = own.indexOf(code);
    return index < 0 ? own.size() : index;
  }

  private void add(CodeKey code, EffectSummary summary) {
    summary.routines().forEach((target, r) -> routines.put(target, new Found(code, r)));
    summary.supers().forEach((owner, above) -> above.forEach(a -> inherit(owner, a)));
    queue.addAll(summary.anytime());
  }

  private void inherit(String owner, String above) {
    supers.computeIfAbsent(owner, k -> new HashSet<>()).add(above);
    subs.computeIfAbsent(above, k -> new HashSet<>()).add(owner);
  }

  private List<Reached> run() {
    List<Reached> result = new ArrayList<>();
    while (!queue.isEmpty()) {
      Target target = queue.remove();
      if (seen.add(target)) {
        for (Target meant : meant(target)) {
          Found found = routines.get(meant);
          if (found != null && (meant.equals(target) || seen.add(meant))) {
            found.routine().effects().forEach(e -> result.add(new Reached(found.code(), e)));
            queue.addAll(found.routine().calls());
          }
        }
      }
    }
    return result;
  }

  /**
   * Returns what a call may lead to: the routine itself, one taken over, and all that replace it.
   */
  private Set<Target> meant(Target target) {
    Set<String> owners = new HashSet<>();
    collect(target.owner(), supers, owners);
    collect(target.owner(), subs, owners);
    Set<Target> all = new HashSet<>();
    owners.forEach(owner -> all.add(new Target(owner, target.name())));
    return all;
  }

  private static void collect(String from, Map<String, Set<String>> next, Set<String> into) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> done = new HashSet<>();
    while (!open.isEmpty()) {
      String owner = open.remove();
      if (done.add(owner)) {
        open.addAll(next.getOrDefault(owner, Set.of()));
      }
    }
    into.addAll(done);
  }
}
