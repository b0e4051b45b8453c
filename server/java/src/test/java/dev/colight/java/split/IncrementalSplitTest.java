package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.document.BlockKind;
import dev.colight.document.BlockSpan;
import dev.colight.text.LineChange;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Splitting the neighbourhood of an edit gives what splitting all of the text gives. */
final class IncrementalSplitTest {
  private static final List<String> INSERTED =
      List.of(
          "\"",
          "'",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "\"\"\"",
          "/*",
          "*/",
          "//",
          "\n",
          "\n\n",
          "=",
          ".",
          ";",
          " ",
          "    ",
          "\t",
          "x",
          "else",
          "catch",
          "import a;\n",
          "class A {\n",
          "@",
          "\n\n// text\n\n",
          "\n\nint z = 1;\n\n",
          "=\n\n",
          "\n.foo()",
          "👍",
          "#!",
          "\\",
          "non-sealed",
          "\n\n  \n",
          "do {",
          "while (x)",
          "\"\"\"\n");

  private final JavaSplitter splitter = new JavaSplitter();

  private List<BlockSpan> split(Text text) {
    return splitter.split(text, 0, line -> false);
  }

  /** Splits again what an edit touched, as an engine would. */
  private List<BlockSpan> resplit(List<BlockSpan> old, Text text, LineChange change) {
    int kept = 0;
    while (kept < old.size()
        && old.get(kept).endLine() + old.get(kept).lookahead() <= change.firstLine()) {
      kept++;
    }
    List<BlockSpan> result = new ArrayList<>(old.subList(0, kept));
    int from =
        kept < old.size()
            ? Math.min(old.get(kept).startLine(), change.firstLine())
            : kept == 0 ? 0 : old.get(kept - 1).endLine();
    int moved = change.newLines() - change.oldLines();
    int firstUnchanged = change.firstLine() + change.newLines();
    Set<Integer> starts = new HashSet<>();
    old.forEach(block -> starts.add(block.startLine()));
    List<BlockSpan> fresh =
        splitter.split(text, from, line -> line >= firstUnchanged && starts.contains(line - moved));
    result.addAll(fresh);
    int end = fresh.isEmpty() ? from : fresh.get(fresh.size() - 1).endLine();
    for (BlockSpan block : old) {
      int start = block.startLine() + moved;
      if (block.startLine() >= change.firstLine() + change.oldLines() && start >= end) {
        result.add(new BlockSpan(block.kind(), start, block.endLine() + moved, block.lookahead()));
      }
    }
    return result;
  }

  private static TextEdit edit(Text text, Random random) {
    int line = random.nextInt(text.lineCount());
    int column = random.nextInt(text.line(line).length() + 1);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          new TextEdit(
              Range.of(line, column, line, column), INSERTED.get(random.nextInt(INSERTED.size())));
      case 3, 4 -> new TextEdit(Range.of(line, column, line, column + 1), "");
      case 5 -> new TextEdit(Range.of(line, 0, line + 1 + random.nextInt(3), 0), "");
      case 6 -> {
        int other = random.nextInt(text.lineCount());
        String copy = String.join("\n", text.lines(other, Math.min(other + 4, text.lineCount())));
        yield new TextEdit(Range.of(line, 0, line, 0), copy + "\n");
      }
      default -> new TextEdit(Range.of(line, column, line + 1, 0), "");
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void any_edits_one_after_the_other(long seed) {
    Random random = new Random(seed);
    for (String name : Documents.NAMES) {
      Text original = Documents.read(name);
      Text text = original;
      List<BlockSpan> blocks = split(text);
      for (int step = 0; step < 250; step++) {
        Text next =
            step % 40 == 39 ? original : text.apply(edit(text, random)).apply(edit(text, random));
        LineChange change = text.difference(next);
        List<BlockSpan> incremental = resplit(blocks, next, change);
        List<BlockSpan> full = split(next);
        assertEquals(full, incremental, () -> name + " after " + change + ":\n" + next);
        text = next;
        blocks = full;
      }
    }
  }

  @Test
  void an_edit_of_one_block_of_many_splits_that_one_only() {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      source.append("int a").append(i).append(" = 1;\n\n");
    }
    Text text = Text.of(source.toString());
    List<BlockSpan> blocks = split(text);
    assertEquals(new BlockSpan(BlockKind.CODE, 1_000, 1_001, 2), blocks.get(500));
    Text next = text.apply(new TextEdit(Range.of(1_000, 0, 1_000, 3), "long"));
    int[] asked = {0};
    splitter.split(
        next,
        1_000,
        line -> {
          asked[0]++;
          return line > 1_000;
        });
    assertEquals(2, asked[0]);
  }
}
