package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.execution.PlannerState.Running;
import dev.colight.execution.RunRequest.Ending;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.ValueDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what will run next while something runs, so that a kernel need not wait for the planner
 * in between. The planner is a function: so it is given the end that one would expect, and what it
 * asks for then is what it will ask for. Nothing else of that step counts.
 *
 * <p>Only runs are found that leave nothing behind if nobody asks for them after all: they may not
 * touch the outside world, and get at nothing that can be changed.
 */
final class LookAhead {
  /** Types whose values are immutable and hold no code, whatever they are. */
  private static final Set<String> PLAIN =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "String");

  /**
   * Time of a run from which on it gains nothing by beginning a moment earlier. And it may cost its
   * process to stop it, as code of the platform and of libraries does not stop.
   */
  private static final long LONG_NANOS = 100_000_000;

  private final Planner planner;
  private final PlannerState state;

  LookAhead(Planner planner, PlannerState state) {
    this.planner = planner;
    this.state = state;
  }

  /** Returns what will run next, or null where nobody can tell, or nothing will. */
  @Nullable Ahead find() {
    Running running = state.running();
    if (running == null || running.cancelled() || !isSteady(running) || !isFollowed(running)) {
      return null;
    }
    Cell cell = state.cells().get(running.block());
    if (cell == null || !leavesPlainValues(cell, running.request())) {
      return null;
    }
    PlannerEvent end = new PlannerEvent.KernelSaid(expectedEnd(running));
    Running next = planner.step(state, end, true).state().running();
    Cell nextCell = next == null ? null : state.cells().get(next.block());
    if (next == null || nextCell == null || !isHarmless(next.request()) || !isShort(nextCell)) {
      return null;
    }
    Map<CodeKey, ValueRef> unless =
        nextCell.forced() ? Map.of() : unless(cell, running.request(), next.request());
    return unless == null ? null : new Ahead(next.request(), unless);
  }

  /** Tells whether a block ended soon when it ran last, or has not run yet. */
  private static boolean isShort(Cell cell) {
    BlockResult last = cell.result();
    if (last == null) {
      return true;
    }
    Outcome outcome = last.outcome();
    return last.nanos() < LONG_NANOS
        && !(outcome instanceof Outcome.Cancelled)
        && !(outcome instanceof Outcome.Crashed);
  }

  /** Tells whether a run says itself all that it changes, unless it does what nobody expects. */
  private static boolean isSteady(Running running) {
    RunRequest request = running.request();
    return !request.free()
        && request.ending() != Ending.ALWAYS
        && declared(request).equals(request.kept())
        && running.seen().values().stream().allMatch(seen -> seen.write().shares().isEmpty());
  }

  private static boolean isHarmless(RunRequest request) {
    return !request.free()
        && request.ending() != Ending.ALWAYS
        && request.probes().isEmpty()
        && request.statics().isEmpty()
        && declared(request).equals(request.kept());
  }

  /** Tells whether there may be something to do after a run, without looking closer. */
  private boolean isFollowed(Running running) {
    return !state.pending().isEmpty()
        || running.request().kept().stream().anyMatch(state.readers()::containsKey);
  }

  private static Set<CodeKey> declared(RunRequest request) {
    Set<CodeKey> declared = new HashSet<>();
    request.segments().forEach(s -> s.declares().values().forEach(declared::addAll));
    return declared;
  }

  /** Goes by what the block has left before, and by the types of its variables. */
  private boolean leavesPlainValues(Cell cell, RunRequest request) {
    Set<CodeKey> unknown = new HashSet<>(request.kept());
    BlockResult before = cell.result();
    for (Write write : before == null ? List.<Write>of() : before.writes()) {
      if (write.isPlain()) {
        unknown.remove(write.storage());
      }
    }
    return unknown.isEmpty() || declaresPlainTypes(cell);
  }

  private static boolean declaresPlainTypes(Cell cell) {
    for (Cell.Segment segment : cell.segments()) {
      StatementUnit statements = segment.unit();
      for (ValueDefinition value : statements.values()) {
        if (value.typeText() == null || !PLAIN.contains(value.typeText())) {
          return false;
        }
      }
    }
    return true;
  }

  private static KernelEvent.Finished expectedEnd(Running running) {
    List<RunRequest.Segment> segments = running.request().segments();
    RunRequest.Segment last = segments.get(segments.size() - 1);
    List<KernelEvent.Kept> kept =
        running.request().kept().stream()
            .map(
                storage ->
                    new KernelEvent.Kept(
                        storage, true, true, anyDigest(running), false, false, Set.of()))
            .toList();
    return new KernelEvent.Finished(
        running.id(),
        false,
        null,
        false,
        segments.size() - 1,
        Math.max(0, last.statements() - 1),
        kept,
        0,
        0);
  }

  /** Stands for a digest that no value has had so far. */
  private static String anyDigest(Running running) {
    return "of run " + running.id().value();
  }

  /**
   * Returns the values of which a run would have to declare the same for the next not to be asked
   * for; null where those are gone, so that the kernel cannot tell. Then it runs because of that,
   * and most probably makes them again for somebody else.
   */
  private @Nullable Map<CodeKey, ValueRef> unless(Cell cell, RunRequest running, RunRequest next) {
    Set<CodeKey> read = new HashSet<>(running.kept());
    read.retainAll(next.values().keySet());
    Map<CodeKey, ValueRef> before = new HashMap<>();
    BlockResult result = cell.result();
    for (Write write : result == null ? List.<Write>of() : result.writes()) {
      if (write.isPlain() && read.contains(write.storage())) {
        if (write.run() < state.firstRun()) {
          return null;
        }
        before.put(write.storage(), write.value());
      }
    }
    return before.size() == read.size() ? before : Map.of();
  }
}
