package dev.colight.fuzz;

import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes down all that a snapshot tells about its blocks, so that two can be compared. */
public final class Screen {
  /** The JDK's own name of a lambda's class, and an identity, are others in each process. */
  private static final Pattern LAMBDA = Pattern.compile("[\\w.$]*\\$\\$?Lambda[\\w/$.]*");

  /** A run's key, which the reference of what can be expanded begins with, is a platform's. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?<=expandable(?:\":\"|=))[0-9a-f]{16}(?=:)");

  private static final Pattern IDENTITY = Pattern.compile("(?<=[\\w$)\\]])@[0-9a-f]{4,8}\\b");

  /** Threads are numbered in the whole process; since JDK 19 their text says so. */
  private static final Pattern THREAD = Pattern.compile("(?<=Thread\\[#)\\d+");

  private Screen() {}

  /** Returns a text per block; equal for snapshots that show the same. */
  public static List<String> of(DocumentSnapshot snapshot) {
    List<String> result = new ArrayList<>();
    for (BlockView block : snapshot.blocks()) {
      String shown = of(snapshot, block);
      result.add(withoutIdentities(shown));
    }
    return result;
  }

  /** Returns a text without what is another in each process. */
  static String withoutIdentities(String text) {
    String left = without(text, "Lambda", LAMBDA, "lambda");
    left = without(left, "Thread[#", THREAD, "");
    left = without(left, "@", IDENTITY, "@");
    return without(left, "expandable", REFERENCE, "");
  }

  /** Looks for what a pattern needs first: most texts hold none of it, and patterns take longer. */
  private static String without(String text, String sign, Pattern pattern, String instead) {
    return text.contains(sign) ? pattern.matcher(text).replaceAll(instead) : text;
  }

  private static String of(DocumentSnapshot snapshot, BlockView block) {
    StringBuilder out = new StringBuilder();
    int first = block.range().start().line();
    int last = block.range().end().line();
    out.append(String.join("\n", snapshot.text().lines(first, last + 1)));
    if (block.kind() == BlockKind.PROSE) {
      return out.append("\n  prose").toString();
    }
    out.append("\n  ").append(block.state());
    out.append(" provides ").append(block.provides());
    out.append(" requires ").append(block.requires());
    for (ProblemView problem : block.problems()) {
      out.append("\n  ").append(problem);
    }
    ResultView result = block.result();
    if (result == null) {
      return out.append("\n  no result").toString();
    }
    out.append("\n  ").append(result.status());
    merged(result.outputs()).forEach(output -> out.append("\n  ").append(output));
    for (ErrorView error = result.error(); error != null; error = error.cause()) {
      out.append("\n  ").append(error.type()).append(": ").append(error.message());
      out.append(" at ").append(error.range()).append(' ').append(error.trace());
    }
    boolean shows = block.state() == BlockState.FRESH;
    return out.append(shows && !result.equals(block.shown()) ? "\n  shows another" : "").toString();
  }

  /** Joins what a statement wrote in one go: it is cut where time passed. */
  private static List<OutputView> merged(List<OutputView> outputs) {
    List<OutputView> result = new ArrayList<>();
    for (OutputView output : outputs) {
      OutputView last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null
          && (output.kind() == Kind.STDOUT || output.kind() == Kind.STDERR)
          && last.kind() == output.kind()
          && last.range().equals(output.range())) {
        Map<String, String> mime = Map.of("text/plain", last.text() + output.text());
        boolean truncated = last.truncated() || output.truncated();
        output = new OutputView(last.kind(), last.range(), null, null, mime, truncated, null, null);
        result.remove(result.size() - 1);
      }
      result.add(output);
    }
    return result;
  }
}
