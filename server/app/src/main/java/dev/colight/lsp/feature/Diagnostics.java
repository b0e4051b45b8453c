package dev.colight.lsp.feature;

import dev.colight.execution.OtherFiles.FileProblem;
import dev.colight.graph.Problem.Severity;
import dev.colight.lsp.view.Phrases;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Range;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.ErrorView.FrameView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;

/**
 * Reports what does not compile, what threw, at the line that threw, and what could not run. An
 * exception of older text is not reported: the block is about to run again.
 */
public final class Diagnostics {
  /** What says that a diagnostic is of this server. */
  public static final String SOURCE = "colight";

  private static final int MAX_RELATED = 20;

  private Diagnostics() {}

  /** Tells whether there can be anything to report about a block. */
  public static boolean concern(BlockView block) {
    ResultView result = block.result();
    return !block.problems().isEmpty() || (result != null && result.error() != null);
  }

  /** Returns what there is to report about a block. */
  public static List<Diagnostic> of(Reading reading, BlockView block) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (ProblemView problem : block.problems()) {
      diagnostics.add(
          diagnostic(
              reading,
              reading.absolute(block, problem.range()),
              problem.severity() == Severity.ERROR
                  ? DiagnosticSeverity.Error
                  : DiagnosticSeverity.Warning,
              problem.message()));
    }
    ResultView result = block.result();
    ErrorView error = Phrases.currentError(block);
    boolean reported =
        result != null && result.status() == Status.INVALID && !diagnostics.isEmpty();
    if (result != null && error != null && !reported) {
      diagnostics.add(error(reading, block, result.status(), error));
    }
    return diagnostics;
  }

  private static Diagnostic error(
      Reading reading, BlockView block, Status status, ErrorView error) {
    Diagnostic diagnostic =
        diagnostic(reading, place(reading, block, error), severity(block, status), message(error));
    if (error.type() != null) {
      diagnostic.setCode(error.type());
    }
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (FrameView frame : error.trace()) {
      if (frame.line() != null && related.size() < MAX_RELATED) {
        Range line = line(reading, frame.line());
        related.add(
            new DiagnosticRelatedInformation(
                new Location(reading.document().uri(), reading.positions().toLsp(line)),
                "at " + Phrases.frame(frame)));
      }
    }
    if (related.size() > 1) {
      diagnostic.setRelatedInformation(related);
    }
    return diagnostic;
  }

  private static Range place(Reading reading, BlockView block, ErrorView error) {
    return error.range() == null
        ? line(reading, block.range().start().line())
        : reading.absolute(block, error.range());
  }

  /** Returns a line without its indentation. */
  private static Range line(Reading reading, int line) {
    int existing = Math.min(line, reading.document().text().lineCount() - 1);
    String text = reading.document().text().line(existing);
    return Range.of(
        existing, text.length() - text.stripLeading().length(), existing, text.length());
  }

  private static DiagnosticSeverity severity(BlockView block, Status status) {
    if (block.state() == BlockState.HELD) {
      return DiagnosticSeverity.Information;
    }
    return switch (status) {
      case ERROR, INVALID, TIMEOUT -> DiagnosticSeverity.Error;
      case BLOCKED -> DiagnosticSeverity.Warning;
      case OK, HELD, CANCELLED -> DiagnosticSeverity.Information;
    };
  }

  private static String message(ErrorView error) {
    StringBuilder message = new StringBuilder(Phrases.error(error));
    for (ErrorView cause = error.cause(); cause != null; cause = cause.cause()) {
      message.append("\ncaused by ").append(Phrases.error(cause));
    }
    return message.toString();
  }

  /** Returns what there is to report about a file that documents use. */
  public static List<Diagnostic> ofFile(List<FileProblem> problems) {
    return problems.stream().map(Diagnostics::ofFile).toList();
  }

  private static Diagnostic ofFile(FileProblem problem) {
    return new Diagnostic(
        Positions.ofFile(problem.range()),
        problem.message(),
        problem.severity() == Severity.ERROR
            ? DiagnosticSeverity.Error
            : DiagnosticSeverity.Warning,
        SOURCE);
  }

  private static Diagnostic diagnostic(
      Reading reading, Range range, DiagnosticSeverity severity, String message) {
    return new Diagnostic(reading.positions().toLsp(range), message, severity, SOURCE);
  }
}
