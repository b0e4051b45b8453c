package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Compiles some units together, usually in one call of ECJ.
 *
 * <p>An error has effects: a unit that refers to a broken one cannot run, and what ECJ says about
 * it may be a mere consequence. So units with errors that depend on others with errors are compiled
 * once more without those, and then say which definition is to blame.
 */
final class Compilation {
  private final EcjRunner runner;
  private final CodeStore store;
  private final Map<CodeKey, CompileUnit> failed;
  private final SwitchTrials switches = new SwitchTrials();
  private final Map<CodeKey, Compiled> done = new LinkedHashMap<>();

  /**
   * Prepares a compilation that puts classes into a store.
   *
   * @param failed units that were compiled before, in vain
   */
  Compilation(EcjRunner runner, CodeStore store, Map<CodeKey, CompileUnit> failed) {
    this.runner = runner;
    this.store = store;
    this.failed = failed;
  }

  /** Compiles units and returns a result for each. */
  Map<CodeKey, Compiled> run(Map<CodeKey, CompileUnit> units) {
    Map<CodeKey, CompileUnit> pending = new LinkedHashMap<>(units);
    pending.values().removeIf(this::isDoneAsStorage);
    while (!pending.isEmpty()) {
      round(pending);
      pending.keySet().removeAll(done.keySet());
    }
    return done;
  }

  /** Finishes a unit for which no compiler is needed; tells whether it is one. */
  private boolean isDoneAsStorage(CompileUnit unit) {
    GeneratedClass simple =
        unit instanceof CompileUnit.Storage storage
            ? StorageClass.simple(storage, runner.classFileVersion())
            : null;
    if (simple != null) {
      store.put(unit.key(), simple, Units.memberOf(unit), runner.home());
      done.put(unit.key(), Outcomes.simple(unit));
    }
    return simple != null;
  }

  /**
   * Finishes at least one unit, or learns that a switch is a statement: where there are broken
   * units, those that nothing else explains.
   */
  private void round(Map<CodeKey, CompileUnit> pending) {
    List<UnitSource> sources = new ArrayList<>();
    for (CompileUnit unit : pending.values()) {
      sources.add(
          SourceGenerator.generate(
              unit, k -> pending.containsKey(k) || store.contains(k), switches.toTry(unit)));
    }
    Map<CodeKey, EcjResult> results = runner.run(sources);
    Map<CodeKey, Broken> broken = new LinkedHashMap<>();
    List<Candidate> good = new ArrayList<>();
    for (UnitSource source : sources) {
      EcjResult result = Objects.requireNonNull(results.get(source.key()), source.className());
      try {
        if (result.failed()) {
          broken.put(source.key(), new Broken(source, result));
        } else {
          good.add(
              Candidate.of(
                  source,
                  result,
                  runner::origin,
                  runner.sources(),
                  runner.home(),
                  runner.methods()));
        }
      } catch (MethodTooLargeException | ClassTooLargeException e) {
        broken.put(source.key(), new Broken(source, EcjResult.failure(Messages.TOO_LARGE)));
      }
    }
    Map<CodeKey, CompileUnit> bad = new LinkedHashMap<>();
    broken.values().forEach(b -> bad.put(b.source().key(), b.source().unit()));
    dropDependents(good, broken.values()).forEach(c -> bad.put(c.key(), c.source().unit()));
    List<Broken> roots =
        roots(broken.values(), bad).stream()
            .filter(b -> !switches.failed(b.source(), b.result()))
            .toList();
    for (Candidate candidate : good) {
      candidate.storeIn(store);
    }
    for (Candidate candidate : good) {
      done.put(candidate.key(), Outcomes.success(candidate, runner.effects()));
    }
    for (Broken root : roots) {
      EcjResult result = alone(root, pending);
      done.put(root.source().key(), Outcomes.failure(root.source(), result));
    }
  }

  /**
   * Returns what is wrong with a type, compiled with those that it is in a circle with, and with
   * nothing else. Of types, ECJ says more or less, depending on which others it compiles with them,
   * and in which order.
   */
  private EcjResult alone(Broken root, Map<CodeKey, CompileUnit> pending) {
    if (!(root.source().unit() instanceof CompileUnit.Type)) {
      return root.result();
    }
    Map<CodeKey, CompileUnit> circle = circle(root.source().unit(), pending);
    if (circle.size() == 1 && pending.size() == 1) {
      return root.result();
    }
    List<UnitSource> sources =
        circle.values().stream()
            .sorted(Comparator.comparing(Units::text))
            .map(
                unit ->
                    SourceGenerator.generate(
                        unit,
                        key -> circle.containsKey(key) || store.contains(key),
                        switches.toTry(unit)))
            .toList();
    EcjResult result = runner.run(sources).get(root.source().key());
    return result == null || !result.failed() ? root.result() : result;
  }

  /**
   * Returns a unit and those that it is in a circle with. What it merely depends on is left out:
   * whether that has been tried before is a matter of chance.
   */
  private Map<CodeKey, CompileUnit> circle(CompileUnit root, Map<CodeKey, CompileUnit> pending) {
    Function<CodeKey, @Nullable CompileUnit> missing =
        key -> store.contains(key) ? null : pending.getOrDefault(key, failed.get(key));
    Map<CodeKey, CompileUnit> circle = reached(root, missing);
    circle.values().removeIf(unit -> !reached(unit, missing).containsKey(root.key()));
    return circle;
  }

  /**
   * Returns the broken units that depend on nothing bad. Where each does, there are circles: then
   * those that depend on nothing bad but their own circle.
   *
   * @param bad what is broken, and what is good but refers to it
   */
  private static Collection<Broken> roots(
      Collection<Broken> broken, Map<CodeKey, CompileUnit> bad) {
    List<Broken> roots =
        broken.stream()
            .filter(b -> Collections.disjoint(Units.dependencies(b.source().unit()), bad.keySet()))
            .toList();
    if (!roots.isEmpty()) {
      return roots;
    }
    Map<CodeKey, Set<CodeKey>> reached = new HashMap<>();
    bad.forEach((key, unit) -> reached.put(key, reached(unit, bad::get).keySet()));
    roots =
        broken.stream()
            .filter(
                one -> {
                  CodeKey key = one.source().key();
                  return of(reached, key).stream()
                      .allMatch(other -> of(reached, other).contains(key));
                })
            .toList();
    return roots.isEmpty() ? broken : roots; // a good one may refer to what it does not name
  }

  private static Set<CodeKey> of(Map<CodeKey, Set<CodeKey>> reached, CodeKey key) {
    return reached.getOrDefault(key, Set.of());
  }

  /**
   * Returns a unit and those that it depends on, directly or not, among the ones that are known.
   */
  private static Map<CodeKey, CompileUnit> reached(
      CompileUnit from, Function<CodeKey, @Nullable CompileUnit> known) {
    Map<CodeKey, CompileUnit> reached = new HashMap<>(Map.of(from.key(), from));
    Deque<CompileUnit> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      for (CodeKey key : Units.dependencies(next.remove())) {
        CompileUnit unit = known.apply(key);
        if (unit != null && reached.put(key, unit) == null) {
          next.add(unit);
        }
      }
    }
    return reached;
  }

  /**
   * Takes out units that refer, directly or not, to one that failed or is to be tried again. They
   * are tried again too: what is wrong with them must not depend on what they were compiled with.
   * Their classes do not name all that they refer to, such as types of which they use constants, or
   * what only code names that never runs; so the names in their text count as well.
   *
   * @return what was taken out
   */
  private static List<Candidate> dropDependents(List<Candidate> good, Collection<Broken> broken) {
    List<Candidate> dropped = new ArrayList<>();
    Set<String> bad = new HashSet<>();
    Set<CodeKey> badKeys = new HashSet<>();
    broken.forEach(b -> bad.add(b.source().className()));
    broken.forEach(b -> badKeys.add(b.source().key()));
    boolean changed = !bad.isEmpty();
    while (changed) {
      changed = false;
      for (Candidate candidate : List.copyOf(good)) {
        if (!Collections.disjoint(candidate.references(), bad)
            || !Collections.disjoint(Units.dependencies(candidate.source().unit()), badKeys)) {
          good.remove(candidate);
          dropped.add(candidate);
          bad.add(candidate.source().className());
          badKeys.add(candidate.key());
          changed = true;
        }
      }
    }
    return dropped;
  }

  private record Broken(UnitSource source, EcjResult result) {}
}
