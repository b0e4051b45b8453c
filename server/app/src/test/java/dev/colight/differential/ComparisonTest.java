package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.differential.Outcome.Thrown;
import dev.colight.differential.Outcome.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Outcome RAN =
      new Outcome(Verdict.RAN, List.of("1", "2"), "out", "", null, List.of());
  private static final Outcome BROKEN =
      new Outcome(Verdict.DID_NOT_RUN, List.of(), "", "", null, List.of("no such name"));

  @Test
  void equal_outcomes_do_not_differ() {
    assertEquals(List.of(), Comparison.differences(RAN, RAN));
  }

  @Test
  void what_jshell_does_not_run_may_go_any_way() {
    assertEquals(List.of(), Comparison.differences(BROKEN, RAN));
    assertEquals(List.of(), Comparison.differences(BROKEN, BROKEN));
  }

  @Test
  void what_jshell_runs_must_run() {
    assertEquals(
        List.of("did not run, but does in jshell: no such name"),
        Comparison.differences(RAN, BROKEN));
  }

  @Test
  void values_output_and_exceptions_are_compared() {
    Outcome other =
        new Outcome(
            Verdict.THREW,
            List.of("1", "3", "4"),
            "",
            "err",
            new Thrown("IOException", null),
            List.of());

    List<String> differences = Comparison.differences(RAN, other);

    assertEquals(
        List.of("value 2", "values", "stdout", "stderr", "thrown"),
        differences.stream().map(text -> text.lines().findFirst().orElseThrow()).toList());
  }

  @Test
  void a_report_names_the_line_and_both_sides() {
    Script script = Script.of("// prose\n\nint a = 1\n\na\n2");
    Outcome one = new Outcome(Verdict.RAN, List.of("1"), "", "", null, List.of());

    String report = Comparison.report(script, List.of(one, RAN), List.of(one, one));

    assertTrue(report.startsWith("line 5: a\n"), report);
    assertTrue(report.contains("jshell: [1, 2]\n    ours:   [1]"), report);
  }
}
