package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a worker ended, in words. */
class ExitReasonTest {
  @ParameterizedTest
  @CsvSource({
    "0, true, '', the program called System.exit(0)",
    "3, true, '', the program called System.exit(3)",
    "143, true, '', the worker was killed (signal 15)",
    "137, false, '', the worker was killed (signal 9)",
    "1, false, '', the program called Runtime.halt(1)",
    "86, false, '', the program ran out of memory",
    "1, false, 'java.lang.OutOfMemoryError: Java heap space', the program ran out of memory",
    "1, false, '# A fatal error has been detected by the Java Runtime Environment', "
        + "the program crashed its JVM",
    "134, false, '', the program crashed its JVM (signal 6)",
    "139, false, '', the program crashed its JVM (signal 11)",
    "87, false, '', the worker broke down",
  })
  void a_status_becomes_a_sentence(int status, boolean orderly, String written, String sentence) {
    assertEquals(sentence, ExitReason.of(status, orderly, written).text());
  }
}
