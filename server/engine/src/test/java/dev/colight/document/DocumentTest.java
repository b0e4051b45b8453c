package dev.colight.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import dev.colight.toy.ToyLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final Splitter SPLITTER = new ToyLanguage();

  private static Document open(String text) {
    return Document.empty("toy:doc").replace(1, Text.of(text), SPLITTER).after();
  }

  private static Document edit(Document document, Range range, String text) {
    return document.edit(2, List.of(new TextEdit(range, text)), SPLITTER).after();
  }

  private static List<String> ids(Document document) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      result.add(document.block(i).id() + ":" + String.join("|", document.block(i).lines()));
    }
    return result;
  }

  @Test
  void an_edit_in_place_keeps_all_identities() {
    Document document = edit(open("a\n\nb\n\nc"), Range.of(2, 0, 2, 1), "x\ny");
    assertEquals(List.of("b1:a", "b2:x|y", "b3:c"), ids(document));
    assertEquals(5, document.startLine(2));
  }

  @Test
  void blocks_above_and_below_keep_theirs_when_one_comes_or_goes() {
    Document inserted = edit(open("a\n\nb"), Range.of(1, 0, 1, 0), "\nnew\n");
    assertEquals(List.of("b1:a", "b3:new", "b2:b"), ids(inserted));
    Document removed = edit(inserted, Range.of(2, 0, 4, 0), "");
    assertEquals(List.of("b1:a", "b2:b"), ids(removed));
  }

  @Test
  void a_moved_block_keeps_its_identity() {
    Document document = edit(open("a\n\nb\n\nc"), Range.of(0, 0, 4, 1), "c\n\na\n\nb");
    assertEquals(List.of("b3:c", "b1:a", "b2:b"), ids(document));
  }

  @Test
  void of_a_split_block_the_better_half_keeps_the_identity() {
    Document document =
        edit(open("a\n\nfirst\nsecond line\nthird line\n\nc"), Range.of(3, 0, 3, 0), "\n");
    assertEquals(List.of("b1:a", "b4:first", "b2:second line|third line", "b3:c"), ids(document));
  }

  @Test
  void of_merged_blocks_the_longer_one_lends_its_identity() {
    Document document = edit(open("short\n\na longer one\nof two lines"), Range.of(1, 0, 2, 0), "");
    assertEquals(List.of("b2:short|a longer one|of two lines"), ids(document));
  }

  @Test
  void a_block_rewritten_in_place_is_the_same_block() {
    assertEquals(List.of("b1:zzz"), ids(edit(open("abc"), Range.of(0, 0, 0, 3), "zzz")));
  }

  @Test
  void several_edits_apply_one_after_the_other() {
    Document document =
        open("a\n\nb")
            .edit(
                2,
                List.of(
                    new TextEdit(Range.of(0, 0, 0, 0), "x\n\n"),
                    new TextEdit(Range.of(4, 0, 4, 1), "y")),
                SPLITTER)
            .after();
    assertEquals("x\n\na\n\ny", document.text().toString());
    assertEquals(3, document.size());
  }

  @Test
  void an_edit_touches_its_neighbourhood_only() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("block ").append(i).append("\n\n");
    }
    int[] asked = {0};
    Splitter counting =
        (t, from, stop) ->
            SPLITTER.split(
                t,
                from,
                line -> {
                  asked[0]++;
                  return stop.test(line);
                });
    Document document = open(text.toString());
    DocumentChange change =
        document.edit(2, List.of(new TextEdit(Range.of(5000, 0, 5000, 0), "x")), counting);
    assertEquals(1, change.changed().size());
    assertTrue(asked[0] <= 4, "scanned " + asked[0] + " blocks");
  }

  /** Splitting again what an edit touches gives what splitting everything gives. */
  @Test
  void any_edits_lead_where_opening_the_text_leads() {
    Random random = new Random(7);
    Document document = open("a\n\nb\nc\n\n# d");
    String[] pieces = {"", "x", "\n", "\n\n", "a\nb", "\n\nq\n\n", "# p"};
    for (int i = 0; i < 3000; i++) {
      Position start = position(random, document);
      Position end = position(random, document);
      TextEdit edit = new TextEdit(new Range(start, end), pieces[random.nextInt(pieces.length)]);
      document = document.edit(i, List.of(edit), SPLITTER).after();
      check(document);
      if (document.text().lineCount() < 3) {
        document =
            document
                .edit(i, List.of(new TextEdit(Range.of(0, 0, 0, 0), "a\n\nb\n\nc\n\n")), SPLITTER)
                .after();
      }
    }
  }

  private static Position position(Random random, Document document) {
    int line = random.nextInt(document.text().lineCount());
    return new Position(line, random.nextInt(document.text().line(line).length() + 1));
  }

  private static void check(Document document) {
    List<BlockSpan> spans = SPLITTER.split(document.text(), 0, line -> false);
    assertEquals(spans.size(), document.size());
    long order = Long.MIN_VALUE;
    for (int i = 0; i < spans.size(); i++) {
      Block block = document.block(i);
      assertEquals(spans.get(i).startLine(), document.startLine(i));
      assertEquals(
          document.text().lines(spans.get(i).startLine(), spans.get(i).endLine()), block.lines());
      assertTrue(block.order() > order);
      assertEquals(i, document.indexOf(block.order()));
      order = block.order();
    }
  }
}
