package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.differential.Documents.Document;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void there_are_at_least_25_and_none_is_a_toy() {
    assertTrue(Documents.plain().size() >= 25);
    for (Document document : Documents.plain()) {
      long lines = document.text().lines().filter(line -> !line.isBlank()).count();
      assertTrue(lines >= 60, document + " has only " + lines + " lines");
    }
  }

  @Test
  void no_two_have_the_same_name() {
    Set<String> names = new HashSet<>();
    Documents.all().forEach(document -> assertTrue(names.add(document.name()), document.name()));
  }

  @Test
  void examples_come_first_and_can_be_asked_for_by_name() {
    assertEquals(Documents.examples().get(0), Documents.all().get(0));
    assertEquals("tour.jsh", Documents.named("tour.jsh").name());
  }
}
