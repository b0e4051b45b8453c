package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.RunKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a kernel to run a block.
 *
 * @param id number of this run
 * @param key what it computes; values it leaves are kept as {@link ValueRef}s of this key
 * @param segments the {@link Part#STATEMENTS} of the block, run in order until one throws
 * @param classes all compiled code that the run can reach, {@code segments} included
 * @param links for each function interface the run can reach, the body that calls go to when it
 *     begins
 * @param values for each storage the run can reach, what it must hold before it; a storage that is
 *     absent here is reset to its type's default
 * @param kept storages whose values are kept after the run
 * @param probes storages whose state can be changed in place, statics of the document's types
 *     included: the run may do so without saying it
 * @param statics the code with static state of its own: all among the probes, but for the {@link
 *     FollowedCode#PROCESS}. One that is absent in {@code values} must be as nobody has used it yet
 * @param inputs names of inputs that somebody has moved, and what each stands at
 * @param free whether it may touch the outside world: somebody has asked for it
 * @param ending when a program ends with it
 */
public record RunRequest(
    RunId id,
    RunKey key,
    List<Segment> segments,
    Set<CodeKey> classes,
    Map<CodeKey, CodeKey> links,
    Map<CodeKey, ValueRef> values,
    Set<CodeKey> kept,
    Set<CodeKey> probes,
    Set<CodeKey> statics,
    Map<String, String> inputs,
    boolean free,
    Ending ending) {
  /** Returns the links as they are when the run has come to its end. */
  Map<CodeKey, CodeKey> linksAtEnd() {
    Map<CodeKey, CodeKey> result = new HashMap<>(links);
    segments.forEach(segment -> result.putAll(segment.relinks()));
    return result;
  }

  /** Tells whether another request asks for the same, whatever its number and its key. */
  public boolean isLike(RunRequest other) {
    return segments.equals(other.segments)
        && values.equals(other.values)
        && links.equals(other.links)
        && classes.equals(other.classes)
        && kept.equals(other.kept)
        && probes.equals(other.probes)
        && statics.equals(other.statics)
        && inputs.equals(other.inputs)
        && free == other.free
        && ending == other.ending;
  }

  /** When a program ends with a run: the threads that are left then belong to that run. */
  public enum Ending {
    /** The document is a script, which does not end. */
    NEVER,
    /** If it does not get to its last statement. */
    EARLY,
    /** In any case: nothing of the program is left. */
    ALWAYS
  }

  /**
   * Statements compiled together.
   *
   * @param key a {@link Part#STATEMENTS}
   * @param seed of what is drawn by lot while it runs: follows from its text alone
   * @param statements how many statements there are
   * @param relinks the function interfaces that are bound to other bodies from here on: the block
   *     defines them again above these statements
   * @param declares by statement, the storages that count as defined once that statement is done
   */
  public record Segment(
      CodeKey key,
      int seed,
      int statements,
      Map<CodeKey, CodeKey> relinks,
      Map<Integer, List<CodeKey>> declares) {}
}
