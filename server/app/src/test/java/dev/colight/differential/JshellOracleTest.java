package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.colight.differential.Outcome.Thrown;
import dev.colight.differential.Outcome.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class JshellOracleTest {
  @Test
  void a_block_shows_values_output_and_exceptions_until_one_is_thrown() {
    Script script =
        Script.of(
            """
            int a = 1, b = 2; int later
            a + b
            String s = ""
            System.out.println("é " + a); System.err.print("err")
            class Odd extends Exception { Odd(String m) { super(m); } }
            void check(int n) throws Odd { if (n % 2 == 1) throw new Odd("odd " + n); }

            check(2); check(3); a
            System.out.println("not any more")

            int c = missing;

            return b * 21;
            """);

    List<Outcome> outcomes = JshellOracle.run(script);

    assertEquals(
        new Outcome(Verdict.RAN, List.of("1", "2", "3", "\"\""), "é 1\n", "err", null, List.of()),
        outcomes.get(0));
    assertEquals(
        new Outcome(Verdict.THREW, List.of(), "", "", new Thrown("Odd", "odd 3"), List.of()),
        outcomes.get(1));
    assertEquals(Verdict.DID_NOT_RUN, outcomes.get(2).verdict());
    assertEquals(List.of("42"), outcomes.get(3).values());
    assertNull(outcomes.get(3).thrown());
  }
}
