package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "REPL.$JShell$11$Point@6d5380c2, Point@#",
    "REPL.$JShell$11B$Shape$Circle@1b, Shape$Circle@#",
    "No enum constant REPL.$JShell$3.Light.BLUE, No enum constant Light.BLUE",
    "because \"REPL.$JShell$27.missing\" is null, because \"missing\" is null",
    "[REPL.$JShell$12$$Lambda$17/0x00000008000a9840@5d76b067], [(lambda)]",
    "java.util.Comparator$$Lambda/0x00007f1ea8016c48@2a, (lambda)",
    "$Lambda$20/0x00007fb378009a08@52cc8049, (lambda)",
    "[Supplier lambda], [(lambda)]",
    "Job[task=lambda], Job[task=(lambda)]",
    "REPL.$JShell$16$1@1b2c, (anonymous)",
    "[1@1b2c], [(anonymous)]",
    "'Thread[producer,5,main]', Thread[#]",
    "'Thread[#31,producer,5,main]', Thread[#]",
    "somebody@example.org, somebody@example.org",
    "$1.50 and $2, $1.50 and $2",
  })
  void what_differs_between_runs_is_taken_out(String text, String expected) {
    assertEquals(expected, Names.normalize(text));
  }
}
