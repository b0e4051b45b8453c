package dev.colight.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void any_terminator_ends_a_line() {
    Text text = Text.of("a\nb\r\nc\rd\n");
    assertEquals(5, text.lineCount());
    assertEquals("a\nb\nc\nd\n", text.toString());
  }

  @Test
  void positions_past_an_end_go_to_the_end() {
    Text text = Text.of("ab\nc");
    assertEquals(new Position(0, 2), text.clamp(new Position(0, 99)));
    assertEquals(new Position(1, 1), text.clamp(new Position(7, 0)));
    assertEquals(new Position(0, 0), text.clamp(new Position(-1, 5)));
  }

  @Test
  void a_position_within_a_surrogate_pair_goes_to_its_start() {
    assertEquals(new Position(0, 1), Text.of("x😀y").clamp(new Position(0, 2)));
  }

  @Test
  void an_edit_whose_end_precedes_its_start_inserts() {
    Text text = Text.of("abc").apply(new TextEdit(Range.of(0, 2, 0, 1), "-"));
    assertEquals("ab-c", text.toString());
  }

  @Test
  void edits_do_to_lines_what_they_do_to_a_string() {
    Random random = new Random(1);
    String string = "one\ntwo\n\nthree";
    Text text = Text.of(string);
    for (int i = 0; i < 2000; i++) {
      int from = random.nextInt(string.length() + 1);
      int to = Math.min(string.length(), from + random.nextInt(8));
      String inserted = new String[] {"", "x", "\n", "ab\ncd", "\n\n"}[random.nextInt(5)];
      Range range = new Range(position(string, from), position(string, to));
      string = string.substring(0, from) + inserted + string.substring(to);
      text = text.apply(new TextEdit(range, inserted));
      assertEquals(string, text.toString());
      string = string.length() > 400 ? "" : string;
      text = string.isEmpty() ? Text.of("") : text;
    }
  }

  private static Position position(String text, int offset) {
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Position(line, offset - 1 - text.lastIndexOf('\n', offset - 1));
  }

  @Test
  void a_difference_covers_what_differs_and_no_more() {
    Text before = Text.of("a\nb\nc\nd");
    assertEquals(new LineChange(1, 1, 2), before.difference(Text.of("a\nx\ny\nc\nd")));
    assertEquals(new LineChange(4, 0, 0), before.difference(before));
    assertEquals(new LineChange(2, 0, 1), Text.of("a\na").difference(Text.of("a\na\na")));
  }
}
