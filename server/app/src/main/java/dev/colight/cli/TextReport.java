package dev.colight.cli;

import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.graph.Problem.Severity;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Headings;
import dev.colight.lsp.view.Hidden;
import dev.colight.lsp.view.Phrases;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.Settings;
import dev.colight.text.Range;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints a document for people: its code with line numbers, and under each statement what it showed
 * and wrote, and what went wrong.
 */
final class TextReport implements Report {
  private static final int MAX_VALUE = 2_000;

  private final PrintStream out;
  private final Style style;
  private @Nullable Hidden hidden;
  private final Set<BlockId> blocks = new HashSet<>();
  private final Set<BlockId> failed = new HashSet<>();

  TextReport(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void block(DocumentSnapshot document, BlockView block) {
    if (hidden == null) {
      hidden = Hidden.in(document);
    }
    if (block.kind() == BlockKind.CODE) {
      new BlockPrinter(document, block, hidden).print();
    } else if (!hidden.prose(block)) {
      Headings.of(block.text())
          .forEach(heading -> out.println("\n" + style.bold(style.cyan(heading.text()))));
    }
    out.flush();
  }

  @Override
  public void end(DocumentSnapshot document, RunEnded ended) {
    String time = Phrases.duration(ended.nanos());
    String all = blocks.size() == 1 ? "1 block" : blocks.size() + " blocks";
    out.println();
    out.println(
        failed.isEmpty()
            ? style.green("✓ " + all) + style.dim(" in " + time)
            : style.red("✗ " + failed.size() + " of " + all + " failed")
                + style.dim(" in " + time));
    out.flush();
  }

  /** Prints one block of code. */
  private final class BlockPrinter {
    private final Reading reading;
    private final BlockView block;
    private final Map<Integer, List<OutputView>> outputs;
    private final int width;
    private final boolean failure;
    private final boolean showsCode;

    BlockPrinter(DocumentSnapshot document, BlockView block, Hidden hidden) {
      this.reading = new Reading(document, Settings.defaults(), Encoding.UTF_16);
      this.block = block;
      blocks.add(block.id());
      ResultView result = block.result();
      failure = result != null && result.status() != Status.OK;
      // What went wrong is shown where it did.
      boolean wrong = failure || block.hasErrors();
      if (wrong) {
        failed.add(block.id());
      }
      showsCode = wrong || !hidden.code(block);
      boolean showsValues = !hidden.values(block);
      outputs =
          (result == null ? List.<OutputView>of() : result.outputs())
              .stream()
                  .filter(output -> showsValues || isWritten(output))
                  .collect(
                      Collectors.groupingBy(
                          output -> reading.absolute(block, output.range()).end().line()));
      width = Math.max(3, String.valueOf(document.text().lineCount()).length());
    }

    void print() {
      if (!showsCode && outputs.isEmpty()) {
        return;
      }
      out.println();
      int first = block.range().start().line();
      int last = block.range().end().line();
      Excerpt excerpt = Excerpt.of(first, last, notable());
      for (int line = first; line <= last; line++) {
        if (excerpt.shows(line)) {
          if (showsCode) {
            code(line);
          }
          results(line);
        } else if (showsCode && excerpt.shows(line - 1)) {
          out.println(" ".repeat(width) + style.dim(" ⋮"));
        }
      }
      if (block.result() != null && failure) {
        error(block.result());
      }
    }

    /** Returns the places that must not be left out. */
    private List<Range> notable() {
      ErrorView error = block.result() == null ? null : block.result().error();
      return Stream.of(
              outputs.values().stream().flatMap(List::stream).map(OutputView::range),
              block.problems().stream().map(ProblemView::range),
              error == null ? Stream.<Range>empty() : Stream.ofNullable(error.range()))
          .flatMap(ranges -> ranges)
          .map(range -> reading.absolute(block, range))
          .toList();
    }

    private void code(int line) {
      String number = String.format("%" + width + "d", line + 1);
      out.println(style.dim(number + " │ ") + reading.document().text().line(line).stripTrailing());
    }

    private void results(int line) {
      StringBuilder written = new StringBuilder();
      Kind kind = Kind.STDOUT;
      for (OutputView output : outputs.getOrDefault(line, List.of())) {
        boolean stream = isWritten(output);
        if (!stream || output.kind() != kind) {
          written(written, kind);
        }
        if (stream) {
          kind = output.kind();
          written.append(output.text());
        } else {
          marked(style.green("⇒"), Phrases.cut(output.text(), MAX_VALUE));
        }
      }
      written(written, kind);
      for (ProblemView problem : block.problems()) {
        Range range = reading.absolute(block, problem.range());
        if (range.start().line() == line) {
          problem(problem, range);
        }
      }
    }

    private static boolean isWritten(OutputView output) {
      return output.kind() == Kind.STDOUT || output.kind() == Kind.STDERR;
    }

    private void written(StringBuilder text, Kind kind) {
      if (!text.isEmpty()) {
        String lines = text.toString();
        marked(
            kind == Kind.STDERR ? style.red("▸") : style.cyan("▸"),
            lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines);
        text.setLength(0);
      }
    }

    private void problem(ProblemView problem, Range range) {
      String line = reading.document().text().line(range.start().line());
      int from = range.start().column();
      int to = range.end().line() > range.start().line() ? line.length() : range.end().column();
      String indent = line.substring(0, from).replaceAll("[^\t]", " ");
      String mark = "~".repeat(Math.max(1, to - from));
      boolean error = problem.severity() == Severity.ERROR;
      String text = mark + " " + problem.message();
      out.println(
          " ".repeat(width + 1)
              + (error ? style.red("✗") : style.yellow("!"))
              + " "
              + indent
              + (error ? style.red(text) : style.yellow(text)));
    }

    private void error(ResultView result) {
      ErrorView error = result.error();
      if (error == null || (result.status() == Status.INVALID && !block.problems().isEmpty())) {
        return;
      }
      StringBuilder text = new StringBuilder();
      describe(text, error);
      for (ErrorView cause = error.cause(); cause != null; cause = cause.cause()) {
        text.append("\ncaused by ");
        describe(text, cause);
      }
      marked(style.red("✗"), text.toString());
    }

    private void describe(StringBuilder text, ErrorView error) {
      text.append(style.red(Phrases.error(error)));
      error.trace().forEach(frame -> text.append(style.dim("\n  at " + Phrases.frame(frame))));
    }

    /** Prints a text of several lines, with a mark before the first and under the gutter. */
    private void marked(String mark, String text) {
      String before = " ".repeat(width + 1) + mark + " ";
      for (String line : text.split("\n", -1)) {
        out.println(before + line);
        before = " ".repeat(width + 3);
      }
    }
  }
}
