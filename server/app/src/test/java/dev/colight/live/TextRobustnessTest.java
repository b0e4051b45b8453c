package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.differential.Documents;
import dev.colight.document.Block;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.document.Role;
import dev.colight.fuzz.Edits;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Unit;
import dev.colight.java.analysis.JavaAnalyzer;
import dev.colight.java.split.JavaSplitter;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text splits and can be analysed, whole and as it is typed. Nothing runs here. */
class TextRobustnessTest {
  private final JavaSplitter splitter = new JavaSplitter();
  private final Analyzer analyzer = new JavaAnalyzer();
  private final Map<List<String>, BlockAnalysis> analysed = new HashMap<>();

  /** Checks that the blocks are the text, and that each can be analysed. */
  private void check(Document document) {
    int line = 0;
    for (int i = 0; i < document.size(); i++) {
      Block block = document.block(i);
      while (line < document.startLine(i)) {
        assertTrue(document.text().line(line++).isBlank(), "what is in no block is blank");
      }
      int end = document.endLine(i);
      assertEquals(document.text().lines(line, end), block.lines());
      line = end;
      if (block.kind() == BlockKind.CODE) {
        analysed.computeIfAbsent(List.copyOf(block.lines()), this::analyze);
      } else {
        analyzer.prose(block.lines());
      }
    }
    while (line < document.text().lineCount()) {
      assertTrue(document.text().line(line++).isBlank(), "what is in no block is blank");
    }
  }

  /** Analyses a block, and checks that its tokens stand within it. */
  private BlockAnalysis analyze(List<String> lines) {
    BlockAnalysis analysis = analyzer.analyze(Role.SCRIPT, lines);
    for (Unit unit : analysis.units()) {
      for (int token = 0; token < unit.code().tokenCount(); token++) {
        Range range = unit.code().range(token);
        assertTrue(range.start().compareTo(range.end()) <= 0, unit::toString);
        assertTrue(range.end().line() < lines.size(), unit::toString);
        assertTrue(range.end().column() <= lines.get(range.end().line()).length(), unit::toString);
      }
    }
    return analysis;
  }

  @ParameterizedTest
  @MethodSource("dev.colight.differential.Documents#examples")
  void every_prefix_of_an_example_can_be_typed(Documents.Document example) {
    Document document = Document.empty("file:///a.jsh");
    String text = example.text();
    for (int end = 0; end < text.length(); end++) {
      Range at = new Range(document.text().end(), document.text().end());
      TextEdit typed = new TextEdit(at, text.substring(end, end + 1));
      document = document.edit(end + 1, List.of(typed), splitter).after();
      check(document);
    }
    assertEquals(Text.of(text).lineCount(), document.text().lineCount());
    assertSameAsWhole(document);
  }

  private void assertSameAsWhole(Document document) {
    Document whole = Document.empty("file:///b.jsh").replace(1, document.text(), splitter).after();
    assertEquals(whole.size(), document.size());
    for (int i = 0; i < whole.size(); i++) {
      assertEquals(whole.block(i).lines(), document.block(i).lines());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tour-in-plain-java.jsh", "primes.jsh"})
  void every_character_of_an_example_can_be_deleted(String name) {
    String text = Documents.named(name).text();
    Document document = Document.empty("file:///a.jsh").replace(1, Text.of(text), splitter).after();
    for (int at = 0; at < text.length(); at++) {
      TextEdit delete = Edits.between(text, text.substring(0, at) + text.substring(at + 1));
      Document after = document.edit(2, List.of(delete), splitter).after();
      check(after);
      if (at % 50 == 0) {
        assertSameAsWhole(after);
      }
    }
  }

  @Test
  void random_edits_of_all_documents_leave_what_splitting_anew_gives() {
    Random random = new Random(7);
    String[] snippets = {
      "{",
      "}",
      "(",
      ")",
      "\"",
      "\"\"\"",
      "'",
      "\n",
      "\n\n",
      "//",
      "/*",
      "*/",
      ";",
      "🦊",
      "\ud83e",
      "\t",
      "\r\n",
      "%",
      "#!",
      "class ",
      "int x = 1;",
      "->",
      "case 1:",
      "@",
      "package a;",
      "\u0000",
    };
    for (Documents.Document source : Documents.all()) {
      Document document =
          Document.empty("file:///a.jsh").replace(1, Text.of(source.text()), splitter).after();
      for (int i = 0; i < 25; i++) {
        int line = random.nextInt(document.text().lineCount() + 2);
        int column = random.nextInt(90);
        Range range = Range.of(line, column, line + random.nextInt(3), column + random.nextInt(5));
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new TextEdit(range, snippets[random.nextInt(snippets.length)]));
        document = document.edit(i + 2, edits, splitter).after();
        check(document);
        assertSameAsWhole(document);
      }
    }
  }
}
