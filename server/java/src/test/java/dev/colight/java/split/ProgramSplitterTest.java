package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.document.DocumentChange;
import dev.colight.document.Role;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgramSplitterTest {
  private static final String PROGRAM =
      """
      // # Sums
      import java.util.*;

      public class Sums {
        // ## State
        static int n = 4;

        // doubles
        static int twice(int x) {
          int y = x;

          return 2 * y;
        }

        /** Starts. */
        public static void main(String[] args) {
          int a = twice(n);

          // # In between

          for (int i = 0; i < a; i++) {
            a--;

          }
        }

        static int unused;
      }

      class Other {}
      """;

  private static final List<String> PIECES =
      List.of(
          "{", "}", "\n", "\n\n", "void main() {\n", "class X {\n", "main", "x", "//", "/*", ";");

  private final ProgramSplitter splitter = new ProgramSplitter();

  private Document open(String text) {
    return Document.empty("file:///Sums.java").replace(1, Text.of(text), splitter).after();
  }

  private static List<Block> blocks(Document document) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      blocks.add(document.block(i));
    }
    return blocks;
  }

  /** Describes a block by its role and its first line; prose by its kind. */
  private static List<String> shapes(Document document) {
    return blocks(document).stream()
        .map(
            block ->
                (block.kind() == BlockKind.PROSE ? "PROSE" : block.role().toString())
                    + " "
                    + block.lines().get(0).strip())
        .toList();
  }

  @Test
  void members_and_the_statements_of_main_are_blocks() {
    assertEquals(
        List.of(
            "BESIDE // # Sums",
            "FRAME public class Sums {",
            "MEMBERS // ## State",
            "MEMBERS // doubles",
            "PROSE /** Starts. */",
            "ENTRY public static void main(String[] args) {",
            "BODY int a = twice(n);",
            "PROSE // # In between",
            "BODY for (int i = 0; i < a; i++) {",
            "FRAME }",
            "MEMBERS static int unused;",
            "FRAME }",
            "BESIDE class Other {}"),
        shapes(open(PROGRAM)));
  }

  @Test
  void a_compact_source_file_needs_no_class() {
    assertEquals(
        List.of("MEMBERS int n = 1;", "BARE_ENTRY void main() {", "BODY n++;", "FRAME }"),
        shapes(open("int n = 1;\n\nvoid main() {\n  n++;\n}\n")));
  }

  @Test
  void a_program_whose_class_has_objects_stays_whole() {
    assertEquals(
        List.of("BESIDE import java.util.*;", "PROGRAM class A {"),
        shapes(
            open(
                "import java.util.*;\n\nclass A {\n  int n;\n\n  public static void main(String[] a) {\n"
                    + "    new A();\n  }\n}\n")));
  }

  @Test
  void where_main_is_missing_there_are_members_only() {
    assertTrue(
        blocks(open(PROGRAM.replace("main", "start"))).stream()
            .allMatch(block -> block.role() == Role.MEMBERS));
  }

  @Test
  void a_bracket_that_is_open_while_somebody_types_leaves_the_rest_where_it_was() {
    List<String> whole = shapes(open(PROGRAM));
    List<String> typed = shapes(open(PROGRAM.replace("int y = x;", "if (x > 1) {")));
    assertEquals(whole.subList(4, whole.size()), typed.subList(4, typed.size()));
    List<String> inMain = shapes(open(PROGRAM.replace("int a = twice(n);", "if (n > 1) {")));
    assertEquals(whole.subList(9, whole.size()), inMain.subList(9, inMain.size()));
  }

  @Test
  void an_edit_in_main_leaves_all_other_blocks_as_they_are() {
    Document before = open(PROGRAM);
    int line = PROGRAM.substring(0, PROGRAM.indexOf("int a")).split("\n", -1).length - 1;
    DocumentChange change =
        before.edit(2, List.of(new TextEdit(Range.of(line, 4, line, 4), "long b; ")), splitter);
    assertEquals(1, change.changed().size());
    assertEquals(List.of(), change.removed());
    List<BlockId> ids = blocks(before).stream().map(Block::id).toList();
    assertEquals(ids, blocks(change.after()).stream().map(Block::id).toList());
  }

  @Test
  void any_edits_lead_where_opening_the_text_leads() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      Document document = open(PROGRAM);
      for (int step = 0; step < 12; step++) {
        Text text = document.text();
        int line = random.nextInt(text.lineCount());
        int column = random.nextInt(text.line(line).length() + 1);
        int end = Math.min(text.lineCount() - 1, line + random.nextInt(3));
        boolean inserts = random.nextBoolean();
        Range range = Range.of(line, column, inserts ? line : end, inserts ? column : 1_000);
        String piece = inserts ? PIECES.get(random.nextInt(PIECES.size())) : "";
        document = document.edit(step + 2, List.of(new TextEdit(range, piece)), splitter).after();
        Document opened = open(document.text().toString());
        assertEquals(described(opened), described(document), "round " + round + ", step " + step);
      }
    }
  }

  private static List<String> described(Document document) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      Block block = document.block(i);
      result.add(document.startLine(i) + " " + block.kind() + " " + block.role() + block.lines());
    }
    return result;
  }
}
