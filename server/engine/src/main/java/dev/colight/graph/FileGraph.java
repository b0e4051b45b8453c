package dev.colight.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which file uses which. Files may use each other in circles. Immutable.
 *
 * @param <F> names a file, by {@code equals}
 */
public final class FileGraph<F> {
  private final Map<F, Set<F>> uses;

  /**
   * Creates a graph.
   *
   * @param uses by file, the files that it uses itself; those that are no keys are left out
   */
  public FileGraph(Map<F, Set<F>> uses) {
    Map<F, Set<F>> known = new HashMap<>();
    uses.forEach(
        (file, used) -> {
          Set<F> there = new HashSet<>(used);
          there.retainAll(uses.keySet());
          there.remove(file);
          known.put(file, Set.copyOf(there));
        });
    this.uses = Map.copyOf(known);
  }

  /** Returns the files that a file uses itself. */
  public Set<F> usedBy(F file) {
    return uses.getOrDefault(file, Set.of());
  }

  /** Returns files, and all that they use, directly or not. */
  public Set<F> reachedFrom(Collection<F> files) {
    Set<F> seen = new HashSet<>(files);
    Deque<F> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (F file : usedBy(open.remove())) {
        if (seen.add(file)) {
          open.add(file);
        }
      }
    }
    return seen;
  }

  /**
   * Returns the files in groups: those that use each other in a circle are one, and a group comes
   * after all groups that it uses.
   */
  public List<List<F>> circles() {
    return new Tarjan().run();
  }

  /** Tarjan's algorithm, without recursion: chains of files are as long as they like. */
  private final class Tarjan {
    private final Map<F, Visit> visits = new HashMap<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final Deque<Visit> stack = new ArrayDeque<>();
    private final List<List<F>> groups = new ArrayList<>();

    private final class Visit {
      final F file;
      final Iterator<F> rest;
      final int index = visits.size();
      int low = index;
      boolean open = true;

      Visit(F file) {
        this.file = file;
        this.rest = usedBy(file).iterator();
      }
    }

    List<List<F>> run() {
      for (F file : uses.keySet()) {
        if (!visits.containsKey(file)) {
          enter(file);
          while (!path.isEmpty()) {
            advance(path.element());
          }
        }
      }
      return groups;
    }

    private void enter(F file) {
      Visit visit = new Visit(file);
      visits.put(file, visit);
      path.push(visit);
      stack.push(visit);
    }

    private void advance(Visit visit) {
      if (visit.rest.hasNext()) {
        F next = visit.rest.next();
        Visit seen = visits.get(next);
        if (seen == null) {
          enter(next);
        } else if (seen.open) {
          visit.low = Math.min(visit.low, seen.index);
        }
        return;
      }
      path.pop();
      if (!path.isEmpty()) {
        path.element().low = Math.min(path.element().low, visit.low);
      }
      if (visit.low == visit.index) {
        List<F> group = new ArrayList<>();
        Visit member;
        do {
          member = stack.pop();
          member.open = false;
          group.add(member.file);
        } while (member != visit);
        groups.add(group);
      }
    }
  }
}
