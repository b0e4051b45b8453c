package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.execution.Cell;
import dev.colight.execution.PlannerState;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;

/**
 * Finds where in the document compiled code stands. A key says what the code is, not where: equal
 * code may stand at several places, and of those the nearest to the block that ran it, at it or
 * above, is meant. So the answer depends on the document as it is, and not on how it came about.
 */
record CodeOrigins(PlannerState state) {

  /** Returns the unit that some code of a run of a block was compiled from, or null. */
  @Nullable Origin of(CodeKey code, Cell runner) {
    for (Cell.Segment segment : runner.segments()) {
      if (segment.key().equals(code)) {
        return new Origin(runner.id(), segment.index());
      }
    }
    Unit unit = state.sources().get(code);
    if (unit instanceof TypeUnit type) {
      return definition(type.name(), unit, runner);
    } else if (unit instanceof FunctionUnit function) {
      return definition(function.name(), unit, runner);
    }
    return statements(code, runner);
  }

  private @Nullable Origin definition(Name name, Unit unit, Cell runner) {
    Definition nearest = null;
    for (Definition candidate : state.graph().definitions(name)) {
      Unit other = candidate.unit();
      boolean same = other.getClass() == unit.getClass() && other.text().equals(unit.text());
      if (same && (nearest == null || candidate.place().order() <= runner.order())) {
        nearest = candidate;
      }
    }
    return nearest == null ? null : new Origin(nearest.block(), nearest.place().unit());
  }

  private @Nullable Origin statements(CodeKey code, Cell runner) {
    Origin nearest = null;
    Place nearestPlace = null;
    for (BlockId id : state.homes().getOrDefault(code, HashTreePSet.empty())) {
      Cell cell = state.cells().get(id);
      for (Cell.Segment segment : cell == null ? List.<Cell.Segment>of() : cell.segments()) {
        Place place = cell == null ? null : new Place(cell.order(), segment.index());
        if (place != null
            && segment.key().equals(code)
            && isNearer(place, nearestPlace, runner.order())) {
          nearest = new Origin(id, segment.index());
          nearestPlace = place;
        }
      }
    }
    return nearest;
  }

  /** Tells whether a place is the last one that is not below an order, or the first that is. */
  private static boolean isNearer(Place place, @Nullable Place than, long order) {
    if (than == null) {
      return true;
    }
    boolean below = place.order() > order;
    boolean thanBelow = than.order() > order;
    return below == thanBelow ? below == (place.compareTo(than) < 0) : thanBelow;
  }

  /** A unit of a block. */
  record Origin(BlockId block, int unit) {}
}
