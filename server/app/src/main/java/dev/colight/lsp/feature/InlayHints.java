package dev.colight.lsp.feature;

import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.lsp.view.Phrases;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.ShortArrays;
import dev.colight.lsp.view.TrustNotice;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Shows results at the end of the lines of the statements that made them: {@code ⇒ value}, {@code ▸
 * output}, {@code ✗ exception}, and {@code …} while a block runs. A result that is not that of the
 * present text says so; beside a statement that has been changed since, there is none.
 */
public final class InlayHints {
  private static final String STALE = " (stale)";
  private static final String RUNNING = "…";

  /** What an exception begins with. */
  public static final String ERROR = "✗ ";

  private static final String NOT_RUN = "○ not run";
  private static final int MAX_TOOLTIP = 4_000;

  private final Reading reading;
  private final Predicate<Range> unsettled;

  private InlayHints(Reading reading, Predicate<Range> unsettled) {
    this.reading = reading;
    this.unsettled = unsettled;
  }

  /** Returns the hints for some lines, both inclusive. */
  public static List<InlayHint> of(Reading reading, int firstLine, int lastLine) {
    return of(reading, firstLine, lastLine, place -> false);
  }

  /**
   * Returns the hints for some lines, both inclusive.
   *
   * @param unsettled tells of code that the client may have changed already, which gets none
   */
  public static List<InlayHint> of(
      Reading reading, int firstLine, int lastLine, Predicate<Range> unsettled) {
    return new InlayHints(reading, unsettled)
        .of(firstLine, lastLine, !reading.document().trusted(), block -> true);
  }

  /**
   * Returns the hints for some lines that stay true until the next edit, for a client that keeps
   * them until then: none of what is about to run, or would on command, nor that the document is
   * not trusted, which a diagnostic says as well.
   */
  public static List<InlayHint> lasting(Reading reading, int firstLine, int lastLine) {
    return new InlayHints(reading, place -> false)
        .of(
            firstLine,
            lastLine,
            false,
            block -> !Phrases.pending(block) && !Phrases.awaitsCommand(block));
  }

  /** Returns the hints of a block. */
  public static List<InlayHint> of(Reading reading, BlockView block) {
    return new InlayHints(reading, place -> false).of(block);
  }

  private List<InlayHint> of(
      int firstLine, int lastLine, boolean withNotice, Predicate<BlockView> shown) {
    int last = Math.min(lastLine, reading.document().text().lineCount() - 1);
    int first = Math.max(0, firstLine);
    if (!reading.settings().inlayHints() || first > last) {
      return List.of();
    }
    Stream<InlayHint> notice =
        withNotice && first == 0 ? Stream.of(TrustNotice.hint(reading)) : Stream.empty();
    return Stream.concat(notice, results(first, last, shown)).toList();
  }

  private Stream<InlayHint> results(int first, int last, Predicate<BlockView> shown) {
    return reading.document().blocks(first, last).stream()
        .filter(block -> block.kind() == BlockKind.CODE)
        .filter(shown)
        .flatMap(block -> of(block).stream())
        .filter(hint -> hint.getPosition().getLine() >= first)
        .filter(hint -> hint.getPosition().getLine() <= last);
  }

  /** What there is to show at the end of a line. */
  private static final class LineHint {
    final List<OutputView> values = new ArrayList<>();
    final StringBuilder written = new StringBuilder();
    final List<String> tooltip = new ArrayList<>();
    String error = "";
    String state = "";
  }

  private List<InlayHint> of(BlockView block) {
    Map<Integer, LineHint> lines = new TreeMap<>();
    ResultView shown = block.shown();
    if (shown != null) {
      shown.outputs().forEach(output -> add(lines, block, output));
    }
    ResultView result = block.result();
    if (result != null
        && result.error() != null
        && result.status() != Status.INVALID
        && !result.older()) {
      addError(lines, block, result.error());
    }
    if (block.state() == BlockState.RUNNING) {
      at(lines, block.range().end().line()).state = RUNNING;
    } else if (Phrases.awaitsCommand(block) && result != null && result.older()) {
      at(lines, block.range().end().line()).state = NOT_RUN;
    }
    List<InlayHint> hints = new ArrayList<>();
    lines.forEach((line, hint) -> hints.add(hint(block, line, hint)));
    return hints;
  }

  private void add(Map<Integer, LineHint> lines, BlockView block, OutputView output) {
    Range place = output.now();
    if (place == null || unsettled.test(reading.absolute(block, place))) {
      return;
    }
    LineHint hint = at(lines, reading.absolute(block, place).end().line());
    if (output.kind() == Kind.VALUE || output.kind() == Kind.DISPLAY) {
      hint.values.add(output);
    } else {
      // One more than is shown, in characters of two units.
      int room = 2 * (reading.settings().maxTextLength() + 3) - hint.written.length();
      hint.written.append(output.text(), 0, Math.max(0, Math.min(room, output.text().length())));
    }
    // There is no end to what a loop writes on a line.
    if (hint.tooltip.size() < MAX_TOOLTIP) {
      hint.tooltip.add(tooltip(output));
    }
  }

  private void addError(Map<Integer, LineHint> lines, BlockView block, ErrorView error) {
    Position place =
        error.range() == null
            ? block.range().start()
            : reading.absolute(block, error.range()).start();
    if (unsettled.test(new Range(place, place))) {
      return;
    }
    LineHint hint = at(lines, place.line());
    boolean held = block.state() == BlockState.HELD;
    hint.error = (held ? Phrases.HELD : ERROR) + Phrases.error(error);
    hint.tooltip.add(Phrases.error(error));
  }

  private static LineHint at(Map<Integer, LineHint> lines, int line) {
    return lines.computeIfAbsent(line, key -> new LineHint());
  }

  private InlayHint hint(BlockView block, int line, LineHint content) {
    List<String> parts = new ArrayList<>();
    if (!content.values.isEmpty()) {
      parts.add(mark("⇒ " + values(content.values), Phrases.showsStale(block)));
    }
    String written = content.written.toString().stripTrailing();
    if (!written.isEmpty()) {
      parts.add(mark("▸ " + written, Phrases.showsStale(block)));
    }
    if (!content.error.isEmpty()) {
      parts.add(mark(content.error, Phrases.pending(block)));
    }
    if (!content.state.isEmpty()) {
      parts.add(content.state);
    }
    int column = reading.document().text().line(line).length();
    InlayHint hint =
        new InlayHint(
            reading.positions().toLsp(new Position(line, column)),
            Either.forLeft(String.join("  ", parts)));
    hint.setPaddingLeft(true);
    if (!content.tooltip.isEmpty()) {
      hint.setTooltip(Phrases.cut(String.join("\n", content.tooltip), MAX_TOOLTIP));
    }
    return hint;
  }

  private String mark(String text, boolean stale) {
    String line = Phrases.line(text, reading.settings().maxTextLength() + 2);
    return stale ? line + STALE : line;
  }

  private String values(List<OutputView> values) {
    int room = reading.settings().maxTextLength();
    boolean single = values.size() == 1;
    return String.join(
        ", ",
        values.stream()
            .map(
                value -> {
                  String text = ShortArrays.of(value.type(), value.text(), room);
                  return single ? text : named(value, text);
                })
            .toList());
  }

  private static String named(OutputView value, String text) {
    return value.name() == null ? text : value.name() + " = " + text;
  }

  private static String tooltip(OutputView output) {
    return switch (output.kind()) {
      case STDOUT, STDERR -> Phrases.cut(output.text(), MAX_TOOLTIP).stripTrailing();
      case VALUE, DISPLAY ->
          (output.type() == null ? "" : output.type() + "  ") + named(output, output.text());
    };
  }
}
