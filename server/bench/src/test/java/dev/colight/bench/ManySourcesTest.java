package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.colight.bench.BenchDocument.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManySourcesTest {
  @Test
  void edits_hit_the_numbers_in_the_deepest_source_of_as_many_as_were_asked_for() throws Exception {
    Path deepest;
    try (ManySources sources = new ManySources(300)) {
      assertEquals(300, sources.sources().size());
      deepest = sources.deepest();
      List<String> lines = Files.readAllLines(deepest);
      for (Spot spot : List.of(ManySources.SPOT, ManySources.NAME)) {
        assertEquals("10000", lines.get(spot.line()).substring(spot.column(), spot.end()));
      }
    }
    assertFalse(Files.exists(deepest));
  }
}
