package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static Options parse(String line) {
    return Options.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
  }

  @Test
  void without_any_all_sizes_are_measured() {
    Options options = parse("");
    assertEquals(List.of(10, 100, 1_000, 10_000), options.sizes());
    assertFalse(options.json());
  }

  @Test
  void sizes_are_sorted_and_each_is_there_once() {
    Options options = parse("--sizes 100,10,100 --edits 5 --jshell 0 --json");
    assertEquals(new Options(List.of(10, 100), 5, 0, true, false), options);
    assertTrue(parse("--help").help());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--size 10",
        "--sizes",
        "--sizes 15",
        "--sizes ten",
        "--sizes ,",
        "--sizes 0",
        "--edits 0",
        "--edits many",
        "--jshell -1",
        "10",
      })
  void what_makes_no_sense_is_said_in_one_line(String line) {
    var e = assertThrows(IllegalArgumentException.class, () -> parse(line));
    assertFalse(String.valueOf(e.getMessage()).contains("\n"));
  }
}
