package dev.colight.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileGraphTest {
  private static final FileGraph<String> GRAPH =
      new FileGraph<>(
          Map.of(
              "main", Set.of("a", "elsewhere"),
              "a", Set.of("b", "a"),
              "b", Set.of("a", "c"),
              "c", Set.of(),
              "alone", Set.of()));

  @Test
  void a_file_reaches_what_it_uses_and_what_that_uses() {
    assertEquals(Set.of("main", "a", "b", "c"), GRAPH.reachedFrom(List.of("main")));
    assertEquals(Set.of("alone"), GRAPH.reachedFrom(List.of("alone")));
  }

  @Test
  void files_that_use_each_other_come_together_after_what_they_use() {
    List<Set<String>> groups = GRAPH.circles().stream().map(Set::copyOf).toList();
    assertEquals(4, groups.size());
    assertTrue(groups.indexOf(Set.of("c")) < groups.indexOf(Set.of("a", "b")));
    assertTrue(groups.indexOf(Set.of("a", "b")) < groups.indexOf(Set.of("main")));
  }

  @Test
  void a_long_chain_is_no_harder_than_a_short_one() {
    Map<Integer, Set<Integer>> chain = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      chain.put(i, Set.of(i + 1));
    }
    assertEquals(100_000, new FileGraph<>(chain).circles().size());
  }
}
