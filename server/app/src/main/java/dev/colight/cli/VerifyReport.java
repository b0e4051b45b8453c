package dev.colight.cli;

import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.lsp.view.Phrases;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Verification.Compared;
import dev.colight.workspace.Verification.Difference;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes for people the blocks that show something else in a second run, as a diff. */
final class VerifyReport {
  private static final int MAX_LINES = 20;
  private static final int MAX_WIDTH = 2_000;

  private final PrintStream out;
  private final Style style;

  VerifyReport(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  void print(Compared compared) {
    for (Difference difference : compared.differences()) {
      out.println();
      code(compared.shown(), difference.block());
      difference(lines(difference.actual()), lines(difference.expected()));
    }
    List<BlockView> stopped = compared.unfinished();
    for (BlockView block : stopped) {
      out.println();
      code(compared.shown(), block);
      lines(block.result()).forEach(line -> out.println(style.red("  " + line)));
    }
    out.println();
    long blocks =
        compared.shown().blocks().stream().filter(b -> b.kind() == BlockKind.CODE).count();
    String all = blocks == 1 ? "1 block" : blocks + " blocks";
    int different = compared.differences().size();
    if (different > 0) {
      out.println(style.red("✗ " + different + " of " + all + " differ between two runs"));
    }
    if (!stopped.isEmpty()) {
      out.println(style.red("✗ " + stopped.size() + " of " + all + " took too long"));
    }
    if (different == 0 && stopped.isEmpty()) {
      out.println(style.green("✓ two runs of " + all + " show the same"));
    }
    out.flush();
  }

  private void code(DocumentSnapshot document, BlockView block) {
    int width = Math.max(3, String.valueOf(document.text().lineCount()).length());
    int first = block.range().start().line();
    int last = block.range().end().line();
    Excerpt excerpt = Excerpt.of(first, last, List.of());
    for (int line = first; line <= last; line++) {
      if (excerpt.shows(line)) {
        String number = String.format("%" + width + "d", line + 1);
        out.println(style.dim(number + " │ ") + document.text().line(line).stripTrailing());
      } else if (excerpt.shows(line - 1)) {
        out.println(" ".repeat(width) + style.dim(" ⋮"));
      }
    }
  }

  /** Prints what is left of two lists of lines without what both begin and end with. */
  private void difference(List<String> first, List<String> second) {
    int shared = Math.min(first.size(), second.size());
    int head = 0;
    while (head < shared && first.get(head).equals(second.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shared - head
        && first.get(first.size() - 1 - tail).equals(second.get(second.size() - 1 - tail))) {
      tail++;
    }
    first.subList(head, first.size() - tail).stream()
        .limit(MAX_LINES)
        .forEach(line -> out.println(style.red("  - " + line)));
    second.subList(head, second.size() - tail).stream()
        .limit(MAX_LINES)
        .forEach(line -> out.println(style.green("  + " + line)));
  }

  private static List<String> lines(@Nullable ResultView result) {
    List<String> lines = new ArrayList<>();
    if (result == null) {
      return lines;
    }
    StringBuilder written = new StringBuilder();
    for (OutputView output : result.outputs()) {
      if (output.kind() == Kind.STDOUT || output.kind() == Kind.STDERR) {
        written.append(output.text());
      } else {
        add(lines, "▸ ", written.toString());
        written.setLength(0);
        add(lines, "⇒ ", output.text());
      }
    }
    add(lines, "▸ ", written.toString());
    for (ErrorView error = result.error(); error != null; error = error.cause()) {
      add(lines, "✗ ", Phrases.error(error));
      error.trace().forEach(frame -> add(lines, "    ", "at " + Phrases.frame(frame)));
    }
    return lines;
  }

  private static void add(List<String> lines, String mark, String text) {
    text.lines().forEach(line -> lines.add(mark + Phrases.cut(line, MAX_WIDTH)));
  }
}
