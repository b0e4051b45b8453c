package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What compiling a unit gave.
 *
 * @param key key of the unit
 * @param problems errors and warnings in the unit's own code; with an error there is no code
 * @param uses names among the bindings that the code really refers to (an inherited member of the
 *     same name, say, is none); where there is an error, all bound names
 * @param assigns variables among {@code uses}, and declared ones, that it assigns to
 * @param inferred storages of the variables whose type was inferred: the key depends on the name
 *     and the type alone
 * @param types by statement: the type of its value as people write it, such as {@code
 *     List<Integer>}; absent where it has none (a void call, an {@code if})
 * @param unresolved free names of the unit that the compiler could not resolve
 * @param statics whether its code has static state: something that lasts from run to run
 * @param effects what it does to the outside world
 * @param followed what it has to do with other files
 */
public record Compiled(
    CodeKey key,
    List<Problem> problems,
    Set<Name> uses,
    Set<Name> assigns,
    Map<Name, CodeKey> inferred,
    Map<Integer, String> types,
    Set<Name> unresolved,
    boolean statics,
    EffectSummary effects,
    FollowedCode followed) {
  /** Sorts the names: what is said of the first that is missing must be the same each time. */
  public Compiled {
    uses = Collections.unmodifiableSet(new TreeSet<>(uses));
  }

  /** Creates the outcome for code that has nothing to do with other files. */
  public Compiled(
      CodeKey key,
      List<Problem> problems,
      Set<Name> uses,
      Set<Name> assigns,
      Map<Name, CodeKey> inferred,
      Map<Integer, String> types,
      Set<Name> unresolved,
      boolean statics,
      EffectSummary effects) {
    this(
        key,
        problems,
        uses,
        assigns,
        inferred,
        types,
        unresolved,
        statics,
        effects,
        FollowedCode.NONE);
  }

  /** Returns what stands for code of another file that has static state of its own. */
  static Compiled outside(CodeKey key) {
    return new Compiled(
        key,
        List.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        true,
        EffectSummary.NONE,
        FollowedCode.NONE);
  }

  /** Tells whether there is code to run. */
  public boolean succeeded() {
    return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
