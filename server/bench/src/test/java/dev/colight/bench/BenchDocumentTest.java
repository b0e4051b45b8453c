package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colight.bench.BenchDocument.Pair;
import dev.colight.bench.BenchDocument.Spot;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchDocumentTest {
  @ParameterizedTest
  @ValueSource(ints = {10, 50, 1_000})
  void it_has_as_many_blocks_as_asked_for_and_each_is_another(int size) {
    BenchDocument document = new BenchDocument(size);
    List<String> blocks = List.of(document.text().strip().split("\n\n"));
    assertEquals(size, blocks.size());
    assertEquals(size, new HashSet<>(blocks).size());
    assertEquals(
        blocks, document.blocks().stream().map(b -> String.join("\n", b.lines())).toList());
  }

  @Test
  void spots_are_where_the_numbers_are() {
    BenchDocument document = new BenchDocument(100);
    List<String> lines = document.text().lines().toList();
    for (Pair pair : document.pairs()) {
      for (Spot spot : List.of(pair.value(), pair.edition())) {
        String line = lines.get(spot.line());
        assertEquals("10000", line.substring(spot.column(), spot.end()), line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 11, -10})
  void other_sizes_are_refused(int size) {
    assertThrows(IllegalArgumentException.class, () -> new BenchDocument(size));
  }

  @ParameterizedTest
  @EnumSource
  void the_floor_does_what_the_document_says(PairKind kind) {
    Pair pair = new Pair(kind, 7, new Spot(0, 0), new Spot(0, 0));
    Floor floor = new Floor();
    String first = floor.run(pair, 10_000);
    assertEquals(first, floor.run(pair, 10_000));
    assertEquals(expected(kind), floor.run(pair, 10_001));
  }

  private static String expected(PairKind kind) {
    return switch (kind) {
      case INT -> "\"depot 7 keeps 2505 of 10022\"";
      case STRING -> "\"for-10001-old-mill-road.html\"";
      case VAR -> "\"24250 cents\"";
      case RECORD -> "20032";
      case METHOD -> "\"out with 10035\"";
    };
  }
}
