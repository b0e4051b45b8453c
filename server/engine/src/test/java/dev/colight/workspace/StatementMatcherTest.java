package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.document.Role;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.Unit;
import dev.colight.text.Range;
import dev.colight.toy.ToyLanguage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementMatcherTest {
  /**
   * Statements are separated by slashes; the lines of the old ones in the new text are expected.
   */
  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "1/2/3, 1/2/3, 0 1 2",
    "1/2/3, 1/5/3, 0 - 2",
    "1/2/3, 0/1/2/3, 1 2 3",
    "1/2/3, 1/2/3/4, 0 1 2",
    "1/2/3, 1/3, 0 - 1",
    "1/2/3, 2/3, - 0 1",
    "1/2/3, 1/2, 0 1 -",
    "1/2/3, 7, - - -",
    "1/1/1, 1/1, 0 1 -",
    "1/1, 1/1/1, 0 1",
    "int a = 1/a, int a = 2/a, - 1",
    "int a = 1/a, int a = 1/fun f = 2/a, 0 2",
  })
  void a_statement_is_found_where_all_that_was_changed_is_above_or_all_below(
      String before, String now, String expected) {
    ToyLanguage toy = new ToyLanguage();
    BlockAnalysis old = toy.analyze(Role.SCRIPT, List.of(before.split("/")));
    StatementMatcher matcher =
        StatementMatcher.of(old, toy.analyze(Role.SCRIPT, List.of(now.split("/"))));
    List<String> places = new ArrayList<>();
    for (int[] at : statements(old)) {
      Range place =
          matcher.place(Emission.stream(Emission.Kind.STDOUT, at[0], at[1], "text", false));
      places.add(place == null ? "-" : String.valueOf(place.start().line()));
    }
    assertEquals(expected, String.join(" ", places));
  }

  private static List<int[]> statements(BlockAnalysis analysis) {
    List<int[]> all = new ArrayList<>();
    int segment = 0;
    for (Unit unit : analysis.units()) {
      if (unit instanceof StatementUnit statements) {
        for (int i = 0; i < statements.statements().size(); i++) {
          all.add(new int[] {segment, i});
        }
        segment++;
      }
    }
    return all;
  }
}
