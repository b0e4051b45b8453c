package dev.colight.lsp.export;

import dev.colight.display.Forms;
import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.lsp.view.Hidden;
import dev.colight.lsp.view.Phrases;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a document as Markdown: prose as it is, code in fences, and below it what it showed. */
final class MarkdownExport {
  private static final Pattern TICKS = Pattern.compile("`{3,}");

  private MarkdownExport() {}

  static String of(DocumentSnapshot document) {
    Hidden hidden = Hidden.in(document);
    List<String> parts = new ArrayList<>();
    for (BlockView block : document.blocks()) {
      if (block.kind() == BlockKind.PROSE) {
        if (!hidden.prose(block) && block.text() != null) {
          parts.add(block.text().strip());
        }
      } else {
        if (!hidden.code(block)) {
          parts.add(fence("java", String.join("\n", block.lines())));
        }
        ResultView shown = Shown.of(block);
        if (shown != null) {
          Shown.outputs(shown, !hidden.values(block)).forEach(output -> parts.add(output(output)));
          if (shown.error() != null) {
            parts.add(fence("text", error(shown.error())));
          }
        }
      }
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static String output(OutputView output) {
    Map<String, String> mime = output.mime();
    Optional<TableForm> table = TableForm.parse(mime.get(Forms.TABLE));
    if (table.isPresent()) {
      return named(output, table.get().markdown());
    }
    if (mime.containsKey("text/markdown")) {
      return mime.get("text/markdown").strip();
    }
    if (mime.containsKey("text/latex")) {
      return "$$\n" + mime.get("text/latex").strip() + "\n$$";
    }
    Optional<String> image = Images.dataUri(mime);
    if (image.isPresent()) {
      return named(output, "![" + Shown.name(output) + "](" + image.get() + ")");
    }
    String text = output.text().stripTrailing();
    boolean value = output.kind() == Kind.VALUE && output.name() != null;
    return fence("text", value ? output.name() + " = " + text : text);
  }

  private static String named(OutputView output, String form) {
    return output.name() == null ? form : "`" + output.name() + "`\n\n" + form;
  }

  static String error(ErrorView error) {
    StringBuilder text = new StringBuilder(Phrases.error(error));
    error.trace().forEach(frame -> text.append("\n  at ").append(Phrases.frame(frame)));
    if (error.cause() != null) {
      text.append("\ncaused by ").append(error(error.cause()));
    }
    return text.toString();
  }

  /** Returns a text in a fence that nothing in it ends. */
  private static String fence(String language, String text) {
    int ticks = 2;
    Matcher found = TICKS.matcher(text);
    while (found.find()) {
      ticks = Math.max(ticks, found.end() - found.start());
    }
    String fence = "`".repeat(ticks + 1);
    return fence + language + "\n" + text + "\n" + fence;
  }
}
