package dev.colight.lsp.feature;

import dev.colight.document.BlockKind;
import dev.colight.execution.Assistant;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.lsp.view.Phrases;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.jspecify.annotations.Nullable;

/**
 * Tells all about a place: what the name there means, and of the statement around it the value,
 * type and output, and its block's time.
 */
public final class Hovers {
  private static final int MAX_TEXT = 20_000;

  private Hovers() {}

  /** Returns what there is to tell about a place. */
  public static Optional<Hover> of(Reading reading, Assistant assistant, Position position) {
    if (position.line() < 0 || position.line() >= reading.document().text().lineCount()) {
      return Optional.empty();
    }
    return reading.document().blocks(position.line(), position.line()).stream()
        .filter(block -> block.kind() == BlockKind.CODE)
        .findFirst()
        .map(
            block ->
                of(
                    reading,
                    block,
                    position.line(),
                    assistant.describe(reading.document().scene(), position),
                    assistant));
  }

  private static Hover of(
      Reading reading,
      BlockView block,
      int line,
      Assistant.@Nullable Description named,
      Assistant assistant) {
    List<String> parts = new ArrayList<>();
    Range range = null;
    if (named != null) {
      parts.add("```java\n" + named.code() + "\n```");
    }
    int before = parts.size();
    ResultView shown = block.shown();
    if (shown != null) {
      StringBuilder written = new StringBuilder();
      for (OutputView output : shown.outputs()) {
        Range now = output.now();
        Range place = now == null ? null : reading.absolute(block, now);
        if (place != null && place.start().line() <= line && line <= place.end().line()) {
          range = range == null ? place : range.union(place);
          if (output.kind() == Kind.STDOUT || output.kind() == Kind.STDERR) {
            int room = Math.max(0, MAX_TEXT + 1 - written.length());
            written.append(output.text(), 0, Math.min(room, output.text().length()));
          } else {
            parts.add(value(output));
          }
        }
      }
      if (!written.isEmpty()) {
        parts.add("output\n" + fence(written.toString().stripTrailing()));
      }
      if (parts.size() > before && Phrases.showsStale(block)) {
        parts.add("*stale: this is of an older text*");
      }
    }
    ErrorView error = Phrases.currentError(block);
    if (error != null && block.result() != null && block.result().status() != Status.INVALID) {
      parts.add(fence(trace(error)));
    }
    parts.add(about(block));
    String documentation =
        named == null || named.origin() == null ? null : assistant.document(named.origin());
    if (documentation != null) {
      parts.add("---\n\n" + documentation);
    }
    Range at = named != null ? named.range() : range == null ? block.range() : range;
    return new Hover(
        new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n", parts)),
        reading.positions().toLsp(at));
  }

  private static String value(OutputView output) {
    String title =
        (output.name() == null ? "" : "**" + output.name() + "** ")
            + (output.type() == null ? "" : "`" + output.type() + "`");
    return title.isEmpty()
        ? fence(output.text())
        : title.stripTrailing() + "\n" + fence(output.text());
  }

  /** Returns a fenced text; the fence is longer than any in the text. */
  private static String fence(String text) {
    String cut = Phrases.cut(text, MAX_TEXT);
    int longest = 2;
    int run = 0;
    for (int i = 0; i < cut.length(); i++) {
      run = cut.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + "text\n" + cut + "\n" + fence;
  }

  private static String trace(ErrorView error) {
    StringBuilder text = new StringBuilder(Phrases.fullError(error));
    error.trace().forEach(frame -> text.append("\n  at ").append(Phrases.frame(frame)));
    return error.cause() == null ? text.toString() : text + "\ncaused by " + trace(error.cause());
  }

  private static String about(BlockView block) {
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.state(block));
    if (block.result() != null && block.result().cached()) {
      facts.add("cached");
    }
    if (!block.provides().isEmpty()) {
      facts.add("defines " + code(block.provides()));
    }
    if (!block.requires().isEmpty()) {
      facts.add("needs " + code(block.requires()));
    }
    return String.join(" · ", facts);
  }

  private static String code(List<String> names) {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }
}
