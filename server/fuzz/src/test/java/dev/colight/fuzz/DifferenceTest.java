package dev.colight.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What counts as a difference from a clean run. */
class DifferenceTest {
  private static final List<String> ONE = List.of("a");

  @Test
  void the_first_block_that_shows_something_else_is_told() {
    assertNull(Difference.between(3, List.of("a", "b"), List.of("a", "b")));
    Difference found = Difference.between(3, List.of("a", "b"), List.of("a", "c", "d"));
    assertEquals(new Difference(3, "b", "c"), found);
    assertEquals("nothing", Objects.requireNonNull(Difference.between(0, List.of(), ONE)).shown());
  }

  @Test
  void a_document_that_does_not_come_to_rest_differs_even_where_its_clean_run_does_not_either() {
    assertNotNull(Difference.between(0, CleanRuns.ENDLESS, ONE));
    assertNotNull(Difference.between(0, CleanRuns.ENDLESS, CleanRuns.ENDLESS));
  }
}
