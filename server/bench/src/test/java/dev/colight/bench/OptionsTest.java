package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.bench.Options.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    assertEquals(
        new Options(
            Set.of(Part.EDITS),
            false,
            List.of(10, 100),
            5,
            0,
            Contender.rivals(),
            true,
            null,
            false),
        options);
    assertTrue(parse("--help").help());
  }

  @Test
  void what_is_not_named_is_all_and_quick_is_less_of_it() {
    assertEquals(Set.of(Part.values()), parse("").parts());
    assertEquals(Set.of(Part.values()), parse("--quick").parts());
    assertEquals(Set.of(Part.COLD, Part.CODE), parse("code cold --quick").parts());
    assertTrue(parse("--quick").edits() < parse("").edits());
    assertEquals(7, parse("--edits 7 --quick").edits());
    assertEquals(Path.of("edits.svg"), parse("--svg edits.svg").svg());
  }

  @Test
  void rivals_are_named_by_one_word() {
    assertEquals(Contender.rivals(), parse("").beside());
    assertEquals(
        List.of(Contender.JSHELL_LOCAL, Contender.JSHELL_JDI, Contender.MDOC),
        parse("--beside mdoc,jshell").beside());
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
        "--beside edit",
        "--beside mdo",
        "10",
      })
  void what_makes_no_sense_is_said_in_one_line(String line) {
    var e = assertThrows(IllegalArgumentException.class, () -> parse(line));
    assertFalse(String.valueOf(e.getMessage()).contains("\n"));
  }
}
