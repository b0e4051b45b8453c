package dev.colight.lsp.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private static final String[] PIECES = {"a", "é", "語", "🦊", "\t", "e\u0301"};

  private static String line(Random random) {
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      line.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return line.toString();
  }

  @Test
  void columns_are_what_the_platforms_own_encoders_count() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String line = line(random);
      for (int count = 0; count <= line.codePointCount(0, line.length()); count++) {
        int at = line.offsetByCodePoints(0, count);
        String before = line.substring(0, at);
        assertEquals(
            before.getBytes(StandardCharsets.UTF_8).length, Encoding.UTF_8.fromUtf16(line, at));
        assertEquals(at, Encoding.UTF_16.fromUtf16(line, at));
        assertEquals(count, Encoding.UTF_32.fromUtf16(line, at));
        for (Encoding encoding : Encoding.values()) {
          assertEquals(at, encoding.toUtf16(line, encoding.fromUtf16(line, at)), line);
        }
      }
    }
  }

  @Test
  void a_column_within_a_character_is_its_start_and_one_past_the_end_stays_there() {
    assertEquals(1, Encoding.UTF_8.toUtf16("a🦊", 3));
    assertEquals(3, Encoding.UTF_8.toUtf16("a🦊", 5));
    assertEquals(8, Encoding.UTF_8.toUtf16("a🦊", 10));
    assertEquals(7, Encoding.UTF_32.fromUtf16("a🦊", 8));
  }

  @Test
  void utf_16_is_taken_where_it_is_offered_or_nothing_is() {
    assertEquals(Encoding.UTF_16, Encoding.negotiate(null));
    assertEquals(Encoding.UTF_16, Encoding.negotiate(List.of()));
    assertEquals(Encoding.UTF_16, Encoding.negotiate(List.of("utf-8", "utf-16")));
    assertEquals(Encoding.UTF_32, Encoding.negotiate(Arrays.asList("utf-7", "utf-32")));
  }
}
