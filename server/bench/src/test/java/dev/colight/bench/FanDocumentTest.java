package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.bench.BenchDocument.Spot;
import dev.colight.java.split.JavaSplitter;
import dev.colight.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanDocumentTest {
  private final FanDocument document = new FanDocument();
  private final List<String> lines = document.text().lines().toList();

  @Test
  void it_has_as_many_blocks_as_it_says() {
    var blocks = new JavaSplitter().split(Text.of(document.text()), 0, line -> false);
    assertEquals(FanDocument.SIZE, blocks.size());
  }

  @Test
  void a_spot_is_a_number_that_so_many_blocks_require() {
    for (int dependents : List.of(0, 1, 10, 100)) {
      Spot spot = document.spot(dependents);
      String line = lines.get(spot.line());
      assertEquals(
          Integer.toString(FanDocument.FIRST), line.substring(spot.column(), spot.end()), line);
      String name = "with" + dependents + " ";
      assertEquals(dependents, lines.stream().filter(l -> l.startsWith(name)).count());
    }
  }

  @Test
  void a_block_begins_in_the_middle() {
    assertEquals("", lines.get(document.middle() - 1));
  }
}
