package dev.colight.execution;

import dev.colight.document.BlockId;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BlockGraph;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;

/** Queues what a change can affect: a superset, whose members are cheap to check. */
final class Affected {
  private Affected() {}

  /**
   * Returns the names whose meaning as code differs between two analyses of a block; a variable
   * whose declared type is the same is none, whatever its value, unless that is a constant.
   */
  static Set<Name> changedNames(@Nullable BlockAnalysis before, @Nullable BlockAnalysis after) {
    Map<Name, List<String>> old = meanings(before);
    Map<Name, List<String>> now = meanings(after);
    Set<Name> result = new HashSet<>();
    old.forEach(
        (name, meaning) -> {
          if (!meaning.equals(now.get(name))) {
            result.add(name);
          }
        });
    now.forEach(
        (name, meaning) -> {
          if (!old.containsKey(name)) {
            result.add(name);
          }
        });
    return result;
  }

  /** Returns all names that a block defines. */
  static Set<Name> names(BlockAnalysis analysis) {
    return meanings(analysis).keySet();
  }

  private static Map<Name, List<String>> meanings(@Nullable BlockAnalysis analysis) {
    Map<Name, List<String>> result = new HashMap<>();
    if (analysis == null) {
      return result;
    }
    for (Unit unit : analysis.units()) {
      if (unit instanceof TypeUnit u) {
        put(result, u.name(), u.text());
        permissions(u).forEach(name -> put(result, name, u.text()));
      } else if (unit instanceof FunctionUnit u) {
        put(result, u.name(), u.signature() + "\n" + u.text());
      } else if (unit instanceof ImportUnit u) {
        u.names().forEach(name -> put(result, name, u.text()));
      } else if (unit instanceof BrokenUnit u) {
        u.names().forEach(name -> put(result, name, "?"));
      } else if (unit instanceof StatementUnit u) {
        for (ValueDefinition value : u.values()) {
          put(result, value.name(), value.meaning());
        }
      }
    }
    return result;
  }

  private static void put(Map<Name, List<String>> map, Name name, String meaning) {
    map.computeIfAbsent(name, k -> new ArrayList<>()).add(meaning);
  }

  /** Returns the names of types that may permit a type without naming it, as such. */
  private static List<Name> permissions(TypeUnit unit) {
    List<Name> names = new ArrayList<>();
    unit.supertypes().forEach(name -> names.add(Name.permitted(name.text())));
    return names;
  }

  /** Tells whether two analyses import other things on demand. */
  static boolean onDemandImportsDiffer(
      @Nullable BlockAnalysis before, @Nullable BlockAnalysis after) {
    return !onDemand(before).equals(onDemand(after));
  }

  private static List<String> onDemand(@Nullable BlockAnalysis analysis) {
    List<String> result = new ArrayList<>();
    if (analysis != null) {
      for (Unit unit : analysis.units()) {
        if (unit instanceof ImportUnit u && u.onDemand()) {
          result.add(u.text());
        }
      }
    }
    return result;
  }

  /**
   * Queues the blocks for which some names mean something else now, directly or through functions
   * and types that use them.
   *
   * @param before the graph before the change; a block for which it gives the same definition as
   *     the present one is left alone
   */
  static void queueUsers(Work work, Collection<Name> changed, BlockGraph before) {
    // A name whose own meaning changed here or there may do so everywhere, by what it uses.
    Set<Name> seen = new HashSet<>();
    Deque<Name> queue = new ArrayDeque<>(changed);
    boolean direct = true;
    int directLeft = queue.size();
    while (!queue.isEmpty()) {
      Name name = queue.remove();
      direct = direct && directLeft-- > 0;
      for (BlockId user : work.graph.users(name)) {
        BlockAnalysis analysis = work.graph.analysis(user);
        Cell cell = work.cells.get(user);
        if (analysis == null || cell == null) {
          continue;
        }
        boolean own = false;
        for (int i = 0; i < analysis.units().size(); i++) {
          Unit unit = analysis.units().get(i);
          List<Name> defined = definedWith(unit, name);
          if (!defined.isEmpty()) {
            own = true;
            defined.stream().filter(seen::add).forEach(queue::add);
          } else if (unit instanceof StatementUnit s
              && (s.uses().contains(name) || usesInStorage(s, name))
              && (!direct || differs(before, work.graph, name, cell.order(), i))) {
            own = true;
            for (ValueDefinition value : s.values()) {
              if (value.storageUses().contains(name) && seen.add(value.name())) {
                queue.add(value.name());
              }
            }
          }
        }
        if (own) {
          work.queueUnresolved(user);
        }
      }
      for (BlockId reacher : work.reachers.getOrDefault(name, HashTreePSet.empty())) {
        work.queueUnresolved(reacher);
      }
    }
  }

  /** Queues the blocks that were judged before the types of a block's variables were known. */
  static void queueAwaiting(Work work, Cell definer) {
    for (Unit unit : definer.analysis().units()) {
      if (unit instanceof StatementUnit statements) {
        for (ValueDefinition value : statements.values()) {
          for (BlockId user :
              value.typeText() == null ? work.graph.users(value.name()) : Set.<BlockId>of()) {
            Cell cell = work.cells.get(user);
            Cell.Resolution resolution = cell == null ? null : cell.resolution();
            if (!user.equals(definer.id())
                && resolution != null
                && resolution.awaits().contains(definer.id())) {
              work.queueUnresolved(user);
            }
          }
        }
      }
    }
  }

  private static boolean usesInStorage(StatementUnit unit, Name name) {
    return unit.values().stream().anyMatch(v -> v.storageUses().contains(name));
  }

  /** Returns what is another thing where a name that a definition uses is one; else nothing. */
  private static List<Name> definedWith(Unit unit, Name name) {
    if (unit instanceof TypeUnit u
        && (u.uses().contains(name)
            || (u.open() && name.equals(Name.permitted(u.name().text()))))) {
      List<Name> defined = permissions(u);
      defined.add(u.name());
      return defined;
    }
    return unit instanceof FunctionUnit u && u.uses().contains(name)
        ? List.of(u.name())
        : List.of();
  }

  private static boolean differs(
      BlockGraph before, BlockGraph after, Name name, long order, int unit) {
    Place place = new Place(order, unit);
    List<Definition> was = before.lookup(name, place);
    List<Definition> is = after.lookup(name, place);
    if (was.isEmpty() || was.size() != is.size()) {
      return true;
    }
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i)) || was.get(i).unit() != is.get(i).unit()) {
        return true;
      }
    }
    return false;
  }

  /** Queues, transitively, the blocks that read what a block wrote. */
  static void queueReaders(Work work, Cell cell) {
    BlockResult result = cell.result();
    if (result != null) {
      result.writes().forEach(write -> work.queueReaders(write.storage(), cell.order()));
    }
  }
}
