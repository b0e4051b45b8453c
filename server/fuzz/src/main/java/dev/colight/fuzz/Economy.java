package dev.colight.fuzz;

import dev.colight.fuzz.Facts.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts the blocks of one document that a perfect planner would have run: one that knows, before
 * it runs anything, what clean runs of the text before and after an edit do.
 *
 * <p>It runs a block only if nothing that it ran in this document before had the same code, the
 * same result, and left the same state in the variables that it wrote: any other result it has
 * already. To run a block, memory must hold what the block sees. A planner can keep any number of
 * values, but not the states of an object that has changed since: so where the block speaks of a
 * variable that holds something else in memory (what it held at the end of the text before), all
 * blocks above it that wrote that variable run again as well, and so on for what those speak of.
 * Not so where the variable's older state is that of an immutable value.
 *
 * <p>State that no {@code toString} shows (of iterators, generators, static fields) counts as
 * unchanged: the figure is rather too small than too large.
 */
final class Economy {
  private static final Pattern NAME = Pattern.compile("\\b[a-z]\\w*\\b");

  /** A number, a character or a text, as the facts show them. */
  private static final Pattern IMMUTABLE =
      Pattern.compile("\"\\[(-?\\d+(\\.\\d+)?|null|true|false)]\"");

  private final Set<List<Object>> done = new HashSet<>();
  private Map<String, String> memory = new HashMap<>();

  /** Returns how many blocks have to run to get from the text before to one. */
  int needed(Facts facts) {
    Set<Integer> needed = new HashSet<>();
    List<Fact> blocks = facts.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Fact fact = blocks.get(i);
      if (!fact.isNothing() && done.add(List.of(fact.code(), fact.shown(), fact.written()))) {
        needed.add(i);
        replay(blocks, i, needed);
      }
    }
    if (!blocks.isEmpty()) {
      memory = new HashMap<>(blocks.get(blocks.size() - 1).after());
    }
    return needed.size();
  }

  /** Adds what must run again for a block to see what it must. */
  private void replay(List<Fact> blocks, int block, Set<Integer> needed) {
    Fact fact = blocks.get(block);
    NAME.matcher(fact.code())
        .results()
        .map(name -> name.group())
        .distinct()
        .filter(name -> fact.before().containsKey(name) && isLost(name, fact.before().get(name)))
        .forEach(
            name -> {
              for (int i = 0; i < block; i++) {
                if (blocks.get(i).written().containsKey(name) && needed.add(i)) {
                  replay(blocks, i, needed);
                }
              }
            });
  }

  /** Tells whether a state of a variable was there, but is there no more. */
  private boolean isLost(String name, String state) {
    String held = memory.get(name);
    return held != null && !held.equals(state) && !IMMUTABLE.matcher(state).matches();
  }
}
