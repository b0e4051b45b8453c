package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.RunKey;
import dev.colight.document.BlockId;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import dev.colight.graph.SourceState;
import dev.colight.graph.StatementUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the planner knows of a code block; immutable.
 *
 * @param resolution its code keys, or null while names it uses may mean something else than before
 * @param inferred storages of its variables of inferred type, as last told to others
 * @param links what it reached when it was last about to run
 * @param base its run key before it was numbered among equal ones, or null
 * @param last what came of its last attempt
 * @param forced whether it must run even though its result is valid
 */
public record Cell(
    BlockId id,
    long order,
    BlockAnalysis analysis,
    @Nullable Resolution resolution,
    Map<Name, CodeKey> inferred,
    Links links,
    @Nullable RunKey base,
    Last last,
    boolean forced) {

  /**
   * What came of a block's last attempt.
   *
   * @param verdict what the parser and the compiler say of it
   * @param result how it ended, or null before the first
   * @param analysis the analysis that {@code result} and {@code verdict} belong to
   * @param shown the last result with something to show, and the analysis it belongs to
   */
  public record Last(
      Verdict verdict,
      @Nullable BlockResult result,
      @Nullable BlockAnalysis analysis,
      @Nullable Shown shown) {
    static final Last NONE = new Last(Verdict.FINE, null, null, null);
  }

  /** A problem of one of the block's units. */
  public record UnitProblem(int unit, Problem problem) {}

  /**
   * What the parser and the compiler say of a block.
   *
   * @param refused why not all of it can run, or null
   */
  public record Verdict(@Nullable Outcome refused, List<UnitProblem> problems) {
    static final Verdict FINE = new Verdict(null, List.of());
  }

  /** A result, and what its statements looked like. */
  public record Shown(BlockResult result, BlockAnalysis analysis) {}

  /**
   * The code that a block compiles to.
   *
   * @param segments statements to run, in order
   * @param needs keys of all that must be compiled before it can run
   * @param verdict null until the compiler has answered; then the segments are those that can run:
   *     an error costs its statement and all below it in the block, no more
   * @param awaits blocks of variables whose types were still to be inferred when the verdict was
   *     given: two that wait for a third by one name do not wait for each other
   * @param early what was found out of variables ahead of the verdict, as statements that stand
   *     with them need it
   */
  record Resolution(
      List<Segment> segments,
      Set<CodeKey> needs,
      @Nullable Verdict verdict,
      Set<BlockId> awaits,
      Map<Variable, Storages.State> early) {
    Resolution needing(Set<CodeKey> more) {
      Set<CodeKey> all = new HashSet<>(needs);
      all.addAll(more);
      return new Resolution(segments, Set.copyOf(all), verdict, awaits, early);
    }
  }

  /**
   * A variable that a block declares.
   *
   * @param unit index of its statements in the analysis
   */
  record Variable(int unit, Name name) {}

  /**
   * Statements of a block.
   *
   * @param index index of the unit in the analysis
   * @param unit that unit, or the statements of it that can run
   */
  public record Segment(int index, StatementUnit unit, CodeKey key) {}

  /**
   * What a block reaches.
   *
   * @param names names of other blocks' definitions that its own code uses
   * @param storages storages that it can read
   * @param code functions and types whose code it can run
   * @param made statements with effects whose code values that it can read may hold
   * @param sources what all that code stands on in other files
   * @param hidden code with static state that who looks inside can get at from all that
   * @param compiled the code that can run something of other files
   */
  public record Links(
      Set<Name> names,
      Set<CodeKey> storages,
      Set<Name> code,
      Set<CodeKey> made,
      Set<SourceState> sources,
      Set<CodeKey> hidden,
      Set<CodeKey> compiled) {
    static final Links NONE =
        new Links(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Returns the links of what reads one storage more. */
    Links reading(CodeKey storage) {
      Set<CodeKey> read = new HashSet<>(storages);
      read.add(storage);
      return new Links(names, read, code, made, sources, hidden, compiled);
    }
  }

  /** Returns the statements to run; empty while they are to be resolved. */
  public List<Segment> segments() {
    return resolution == null ? List.of() : resolution.segments();
  }

  /** Tells whether it was judged while the types of variables that it uses were not known. */
  public boolean awaits() {
    return resolution != null && !resolution.awaits().isEmpty();
  }

  /** Returns what the parser and the compiler say of it. */
  public Verdict verdict() {
    return last.verdict();
  }

  /** Returns how its last attempt ended, or null before the first. */
  public @Nullable BlockResult result() {
    return last.result();
  }

  static Cell of(BlockId id, long order, BlockAnalysis analysis) {
    return new Cell(id, order, analysis, null, Map.of(), Links.NONE, null, Last.NONE, false);
  }

  Cell with(long newOrder, BlockAnalysis newAnalysis) {
    return new Cell(id, newOrder, newAnalysis, null, inferred, links, base, last, forced);
  }

  Cell with(@Nullable Resolution newResolution) {
    return new Cell(id, order, analysis, newResolution, inferred, links, base, last, forced);
  }

  Cell with(Links newLinks) {
    return new Cell(id, order, analysis, resolution, inferred, newLinks, base, last, forced);
  }

  Cell with(BlockResult newResult, Verdict newVerdict) {
    boolean shows =
        newResult.outcome() instanceof Outcome.Completed
            || newResult.outcome() instanceof Outcome.Threw
            || newResult.outcome() instanceof Outcome.TimedOut
            || newResult.outcome() instanceof Outcome.Crashed;
    Shown newShown = shows ? new Shown(newResult, analysis) : last.shown();
    return with(new Last(newVerdict, newResult, analysis, newShown)).forced(false);
  }

  /** Returns the cell with the same result, less some of the values that it left. */
  Cell losing(BlockResult newResult) {
    Shown shown = last.shown();
    Shown newShown =
        shown != null && shown.result() == last.result()
            ? new Shown(newResult, shown.analysis())
            : shown;
    return with(new Last(last.verdict(), newResult, last.analysis(), newShown));
  }

  private Cell with(Last newLast) {
    return new Cell(id, order, analysis, resolution, inferred, links, base, newLast, forced);
  }

  Cell inferring(Map<Name, CodeKey> newInferred) {
    return new Cell(id, order, analysis, resolution, newInferred, links, base, last, forced);
  }

  Cell based(@Nullable RunKey newBase) {
    return new Cell(id, order, analysis, resolution, inferred, links, newBase, last, forced);
  }

  Cell forced(boolean newForced) {
    return new Cell(id, order, analysis, resolution, inferred, links, base, last, newForced);
  }
}
