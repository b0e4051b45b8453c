package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.execution.BlockResult;
import dev.colight.execution.Cell;
import dev.colight.execution.Effect;
import dev.colight.execution.KernelEvent.Frame;
import dev.colight.execution.KernelEvent.Thrown;
import dev.colight.execution.Outcome;
import dev.colight.execution.Output;
import dev.colight.execution.PlannerState;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Code;
import dev.colight.graph.Definition;
import dev.colight.graph.Place;
import dev.colight.graph.Problem;
import dev.colight.graph.Statement;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places a block's results in the document as it is now: results speak of statements and tokens,
 * people of lines.
 */
final class ResultPresenter {
  private static final Range START = Range.of(0, 0, 0, 0);

  private final PlannerState state;
  private final SnapshotView snapshot;
  private final Cell cell;

  ResultPresenter(PlannerState state, SnapshotView snapshot, Cell cell) {
    this.state = state;
    this.snapshot = snapshot;
    this.cell = cell;
  }

  @Nullable ResultView result() {
    BlockResult result = cell.result();
    if (result == null) {
      return null;
    }
    Outcome refused = cell.verdict().refused();
    return view(
        result,
        refused == null || isCutShort(result.outcome()) ? result.outcome() : refused,
        Objects.requireNonNullElse(cell.last().analysis(), cell.analysis()));
  }

  /** Tells whether statements that could run were not let run to their end. */
  private static boolean isCutShort(Outcome outcome) {
    return outcome instanceof Outcome.Cancelled
        || outcome.waitsForConsent()
        || outcome instanceof Outcome.TimedOut
        || outcome instanceof Outcome.Crashed;
  }

  @Nullable ResultView shown() {
    Cell.Shown shown = cell.last().shown();
    if (shown == null) {
      return null;
    }
    return shown.result() == cell.result()
        ? result()
        : view(shown.result(), shown.result().outcome(), shown.analysis());
  }

  /** Places what the parser and the compiler say of the present text, where they have. */
  List<ProblemView> problems() {
    PlannerState.Running now = state.running();
    if (now != null && now.block().equals(cell.id()) && !now.cancelled()) {
      return now.verdict().problems().stream().map(this::view).toList();
    }
    return cell.last().analysis() == cell.analysis()
        ? cell.verdict().problems().stream().map(this::view).toList()
        : List.of();
  }

  private ProblemView view(Cell.UnitProblem unit) {
    Problem problem = unit.problem();
    return new ProblemView(
        problem.severity(),
        problem.message(),
        range(cell.analysis(), unit.unit(), problem.firstToken(), problem.lastToken()));
  }

  /** Places one output of a block, made by a run of its present text. */
  static OutputView output(Output output, BlockAnalysis analysis) {
    return new OutputView(
        output.emission().kind(),
        statementRange(analysis, output.emission().segment(), output.emission().statement()),
        output.name(),
        output.type(),
        output.emission().mime(),
        output.emission().truncated(),
        output.emission().expandable(),
        output.emission().id());
  }

  private ResultView view(BlockResult result, Outcome outcome, BlockAnalysis analysis) {
    boolean older = analysis != cell.analysis();
    StatementMatcher now = older ? StatementMatcher.of(analysis, cell.analysis()) : null;
    List<OutputView> outputs = new ArrayList<>(result.outputs().size());
    for (Output output : result.outputs()) {
      OutputView view = output(output, analysis);
      outputs.add(now == null ? view : view.at(now.place(output.emission())));
    }
    return new ResultView(
        status(outcome), result.cached(), outputs, error(outcome, analysis), result.nanos(), older);
  }

  private static Status status(Outcome outcome) {
    if (outcome instanceof Outcome.Completed) {
      return Status.OK;
    } else if (outcome instanceof Outcome.Invalid) {
      return Status.INVALID;
    } else if (outcome instanceof Outcome.Blocked
        || outcome instanceof Outcome.Lacking
        || outcome instanceof Outcome.Waiting) {
      return Status.BLOCKED;
    } else if (outcome instanceof Outcome.Held) {
      return Status.HELD;
    }
    if (outcome instanceof Outcome.TimedOut) {
      return Status.TIMEOUT;
    }
    return outcome instanceof Outcome.Cancelled ? Status.CANCELLED : Status.ERROR;
  }

  private @Nullable ErrorView error(Outcome outcome, BlockAnalysis analysis) {
    if (outcome instanceof Outcome.Threw threw) {
      Range statement = statementRange(analysis, threw.segment(), threw.statement());
      return thrown(threw.thrown(), Objects.requireNonNullElse(own(threw.thrown()), statement));
    } else if (outcome instanceof Outcome.Invalid) {
      boolean current = cell.last().analysis() == cell.analysis();
      for (Cell.UnitProblem unit : cell.verdict().problems()) {
        Problem problem = unit.problem();
        if (problem.severity() == Problem.Severity.ERROR) {
          Range range = current ? view(unit).range() : null;
          return new ErrorView(problem.message(), null, range, List.of(), null);
        }
      }
      return new ErrorView("this does not compile", null, null, List.of(), null);
    } else if (outcome instanceof Outcome.Blocked blocked) {
      return new ErrorView(message(blocked), null, null, List.of(), null);
    } else if (outcome instanceof Outcome.Lacking lacking) {
      return new ErrorView(lacking.reason(), null, null, List.of(), null);
    } else if (outcome instanceof Outcome.Held held) {
      return new ErrorView(message(held), null, range(held, analysis), List.of(), null);
    } else if (outcome instanceof Outcome.Waiting waiting) {
      return new ErrorView(message(waiting), null, null, List.of(), null);
    } else if (outcome instanceof Outcome.TimedOut timedOut) {
      return new ErrorView(message(timedOut), null, null, List.of(), null);
    } else if (outcome instanceof Outcome.Crashed crashed) {
      return new ErrorView(crashed.reason(), null, null, List.of(), null);
    }
    return outcome instanceof Outcome.Cancelled
        ? new ErrorView("cancelled", null, null, List.of(), null)
        : null;
  }

  private static String message(Outcome.TimedOut timedOut) {
    long millis = timedOut.limit().toMillis();
    String limit = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    return "stopped after " + limit + ", the time limit while typing; run it to let it finish";
  }

  private String message(Outcome.Held held) {
    Effect effect = held.effect();
    Integer line = line(held.code(), effect.token());
    String where = line == null ? "" : ", line " + (line + 1);
    return effect.does() + ": " + effect.call() + where;
  }

  /** Returns the call in the block itself that would touch the outside world, or null. */
  private @Nullable Range range(Outcome.Held held, BlockAnalysis analysis) {
    int unit = ownSegment(held.code());
    int token = held.effect().token();
    return unit < 0 ? null : range(analysis, unit, token, token);
  }

  private String message(Outcome.Waiting waiting) {
    int line = snapshot.startLine(waiting.held());
    String where = line < 0 ? "a block" : "the block at line " + (line + 1);
    String what = waiting.name() == null ? "" : ", which may change `" + waiting.name() + "`,";
    return where + what + " has not run yet: it touches the outside world";
  }

  private ErrorView thrown(Thrown thrown, @Nullable Range range) {
    List<ErrorView.FrameView> trace = new ArrayList<>();
    for (Frame frame : thrown.trace()) {
      CodeKey code = frame.code();
      trace.add(
          new ErrorView.FrameView(
              frame.function(), code == null ? null : line(code, frame.token()), frame.location()));
    }
    Thrown cause = thrown.cause();
    String text = thrown.message();
    return new ErrorView(
        text == null || text.isEmpty() ? thrown.type() : text,
        thrown.type(),
        range,
        trace,
        cause == null ? null : thrown(cause, null));
  }

  /** Returns the token in the block itself from which the exception came. */
  private @Nullable Range own(Thrown thrown) {
    Cell.@Nullable Shown shown = cell.last().shown();
    for (Frame frame : thrown.trace()) {
      CodeKey code = frame.code();
      if (code != null && frame.token() >= 0 && shown != null) {
        int unit = ownSegment(code);
        if (unit >= 0) {
          return range(shown.analysis(), unit, frame.token(), frame.token());
        }
      }
    }
    return null;
  }

  /** Returns the unit of this block that a key of statements belongs to, or -1. */
  private int ownSegment(CodeKey code) {
    for (Cell.Segment segment : cell.segments()) {
      if (segment.key().equals(code)) {
        return segment.index();
      }
    }
    return -1;
  }

  private @Nullable Integer line(CodeKey code, int token) {
    CodeOrigins.Origin origin = new CodeOrigins(state).of(code, cell);
    if (origin == null) {
      return null;
    }
    BlockAnalysis analysis = snapshot.analysis(origin.block());
    int start = snapshot.startLine(origin.block());
    return analysis == null || start < 0
        ? null
        : start + range(analysis, origin.unit(), token, token).start().line();
  }

  private String message(Outcome.Blocked blocked) {
    String name = "`" + blocked.name() + "`";
    String needs = blocked.through() == null ? name : "`" + blocked.through() + "` needs " + name;
    int line = blocked.definer() == null ? -1 : definingLine(blocked);
    String where = line < 0 ? "" : " (line " + (line + 1) + ")";
    String which = blocked.through() == null ? "" : ", which";
    return switch (blocked.why()) {
      case BELOW -> needs + which + " is defined further down" + where;
      case UNDEFINED -> needs + which + " is not defined";
      case BROKEN -> needs + where + which + " does not compile";
      case ENDED -> "not reached: the program ended above" + where;
      case NO_VALUE -> needs + where + which + " has no value: " + whyNoValue(blocked);
    };
  }

  private String whyNoValue(Outcome.Blocked blocked) {
    Cell definer = blocked.definer() == null ? null : state.cells().get(blocked.definer());
    Outcome outcome =
        definer == null || definer.result() == null ? null : definer.result().outcome();
    if (outcome instanceof Outcome.Invalid) {
      return "its block does not compile";
    } else if (outcome instanceof Outcome.Threw) {
      return "its block threw before it was set";
    } else if (outcome instanceof Outcome.Blocked || outcome instanceof Outcome.Lacking) {
      return "its block is blocked itself";
    }
    return "its block has not run to its end";
  }

  private int definingLine(Outcome.Blocked blocked) {
    BlockId definer = Objects.requireNonNull(blocked.definer());
    BlockAnalysis analysis = snapshot.analysis(definer);
    int start = snapshot.startLine(definer);
    if (analysis == null || start < 0) {
      return -1;
    }
    Cell other = Objects.requireNonNull(state.cells().get(definer));
    for (int i = analysis.units().size() - 1; i >= 0; i--) {
      Unit unit = analysis.units().get(i);
      for (Definition definition :
          state.graph().lookup(blocked.name(), new Place(other.order(), i))) {
        if (definition.block().equals(definer) && definition.place().unit() == i) {
          return start + definitionRange(unit, definition).start().line();
        }
      }
    }
    return start;
  }

  private static Range definitionRange(Unit unit, Definition definition) {
    ValueDefinition value = definition.value();
    if (unit instanceof StatementUnit statements && value != null) {
      Statement statement = statements.statements().get(value.statement());
      return statements.code().range(statement.firstToken());
    }
    return unit.code().tokenCount() == 0 ? START : unit.code().range(0);
  }

  private static Range statementRange(BlockAnalysis analysis, int segment, int statement) {
    int left = segment;
    for (Unit unit : analysis.units()) {
      if (unit instanceof StatementUnit statements && left-- == 0) {
        if (statement < 0 || statement >= statements.statements().size()) {
          return START;
        }
        Statement s = statements.statements().get(statement);
        return statements
            .code()
            .range(s.firstToken())
            .union(statements.code().range(s.lastToken()));
      }
    }
    return START;
  }

  private static Range range(BlockAnalysis analysis, int unit, int first, int last) {
    if (unit >= analysis.units().size()) {
      return START;
    }
    Code code = analysis.units().get(unit).code();
    int end = code.tokenCount() - 1;
    if (end < 0) {
      return START;
    }
    int from = Math.max(0, Math.min(first, end));
    int to = Math.max(from, Math.min(last, end));
    return code.range(from).union(code.range(to));
  }
}
