package dev.colight.live;

import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down all that a snapshot tells about its blocks, so that two can be compared. */
final class Screen {
  private Screen() {}

  /** Returns a text per block; equal for snapshots that show the same. */
  static List<String> of(DocumentSnapshot snapshot) {
    List<BlockView> blocks = snapshot.blocks();
    Map<BlockId, Integer> places = new HashMap<>();
    blocks.forEach(block -> places.put(block.id(), block.index()));
    List<String> result = new ArrayList<>();
    for (BlockView block : blocks) {
      result.add(of(snapshot, block, places));
    }
    return result;
  }

  private static String of(
      DocumentSnapshot snapshot, BlockView block, Map<BlockId, Integer> places) {
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
    out.append(" of ").append(block.dependencies().stream().map(places::get).toList());
    for (ProblemView problem : block.problems()) {
      out.append("\n  ").append(problem);
    }
    ResultView result = block.result();
    if (result == null) {
      return out.append("\n  no result").toString();
    }
    out.append("\n  ").append(result.status());
    for (OutputView output : result.outputs()) {
      out.append("\n  ").append(output);
    }
    for (ErrorView error = result.error(); error != null; error = error.cause()) {
      out.append("\n  ").append(error.type()).append(": ").append(error.message());
      out.append(" at ").append(error.range()).append(' ').append(error.trace());
    }
    boolean shows = block.state() == BlockState.FRESH;
    return out.append(shows && !result.equals(block.shown()) ? "\n  shows another" : "").toString();
  }
}
