package dev.colight.execution;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What compiled code of one unit does to the outside world, piece by piece, and what each piece may
 * go on to. Computed once, when the unit is compiled; {@link EffectSearch} puts those of all that a
 * block reaches together.
 *
 * @param routines pieces of code by what they are called by
 * @param supers by owner: those whose routines it takes over, or replaces
 * @param anytime routines that may be called by whoever has a value of this code
 */
public record EffectSummary(
    Map<Target, Routine> routines, Map<String, Set<String>> supers, Set<Target> anytime) {
  /** What does nothing. */
  public static final EffectSummary NONE = new EffectSummary(Map.of(), Map.of(), Set.of());

  /**
   * What a call goes to.
   *
   * @param owner a type of the language's own naming, or the {@link
   *     dev.colight.cache.CodeKey#toString key} of a unit
   * @param name within its owner; empty for what runs where a unit is run or called
   */
  public record Target(String owner, String name) {}

  /** A piece of code: what it does itself, and whom it calls. */
  public record Routine(List<Effect> effects, Set<Target> calls) {}

  /** Tells whether any piece does something by itself. */
  public boolean hasEffects() {
    return routines.values().stream().anyMatch(routine -> !routine.effects().isEmpty());
  }
}
