package dev.colight.java.assist;

import dev.colight.document.Block;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.execution.Scene;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BrokenUnit;
import dev.colight.java.split.Indentation;
import dev.colight.java.split.Layout;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Lays out blocks that parse; the others stay as somebody is writing them. */
final class Formatter {
  private Formatter() {}

  /** Returns the edits of some lines, both inclusive. */
  static List<TextEdit> format(Scene scene, int firstLine, int lastLine, Indentation indentation) {
    Document document = scene.document();
    List<TextEdit> edits = new ArrayList<>();
    for (int i = document.firstBlockFrom(firstLine);
        i < document.size() && document.startLine(i) <= lastLine;
        i++) {
      Block block = document.block(i);
      List<String> lines = parses(scene, block) ? Layout.of(block.lines(), indentation) : null;
      for (int line = 0; lines != null && line < lines.size(); line++) {
        int at = document.startLine(i) + line;
        if (at >= firstLine && at <= lastLine) {
          change(block.lines().get(line), lines.get(line), at, edits);
        }
      }
    }
    return edits;
  }

  private static boolean parses(Scene scene, Block block) {
    BlockAnalysis analysis = scene.meanings().graph().analysis(block.id());
    return block.kind() == BlockKind.CODE
        && analysis != null
        && analysis.units().stream().noneMatch(BrokenUnit.class::isInstance);
  }

  /** Only what differs is replaced, so that cursors and marks stay where they are. */
  private static void change(String before, String after, int line, List<TextEdit> edits) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    if (!before.equals(after)) {
      Range replaced = Range.of(line, start, line, before.length() - end);
      edits.add(new TextEdit(replaced, after.substring(start, after.length() - end)));
    }
  }
}
