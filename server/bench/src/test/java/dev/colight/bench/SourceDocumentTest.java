package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.colight.bench.BenchDocument.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceDocumentTest {
  @Test
  void edits_hit_the_numbers_in_the_sources_which_are_gone_in_the_end() throws Exception {
    List<Path> edited;
    try (SourceDocument document = new SourceDocument()) {
      edited = List.of(document.leaf(), document.deep());
      Spot spot = SourceDocument.SPOT;
      for (Path source : edited) {
        String line = Files.readAllLines(source).get(spot.line());
        assertEquals("10000", line.substring(spot.column(), spot.end()));
      }
    }
    for (Path source : edited) {
      assertFalse(Files.exists(source));
    }
  }
}
