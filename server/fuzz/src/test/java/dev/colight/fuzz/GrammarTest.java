package dev.colight.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {
  private static final Set<String> FILLED = Set.of("k", "w", "int", "str");

  static Stream<String> rules() {
    return Stream.of(Grammar.SNIPPETS, Grammar.INTS, Grammar.TEXTS)
        .flatMap(List::stream)
        .map(Rule::text);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void there_is_something_to_fill_each_hole_with(String rule) {
    Matcher hole = Author.HOLE.matcher(rule);
    while (hole.find()) {
      if (hole.group(1).isEmpty()) {
        assertTrue(FILLED.contains(hole.group(2)), hole.group());
      } else {
        assertDoesNotThrow(() -> Shape.of(hole.group(2)), hole.group());
      }
    }
  }
}
