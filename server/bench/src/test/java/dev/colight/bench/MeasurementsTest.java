package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
  private static final Measurements ALL =
      new Measurements(
          List.of(
              round(1, 10, 4, 2),
              round(2, 10, 90, 30),
              round(3, 10, 8, 1),
              round(1, 100, 8, 2),
              round(2, 100, 90, 30),
              round(4, 100, 5, 1)));

  private static Round round(int number, int size, double edit, double floor) {
    Map<Contender, Double> millis = Map.of(Contender.EDIT, edit, Contender.FLOOR, floor);
    return new Round(number, size, PairKind.INT, millis);
  }

  @Test
  void ratios_are_within_rounds() {
    Samples ratios = ALL.ratios(Contender.EDIT, Contender.FLOOR, round -> round.size() == 10);
    assertEquals(List.of(2.0, 3.0, 8.0), ratios.sorted());
  }

  @Test
  void growth_compares_rounds_of_the_same_number() {
    assertEquals(List.of(1.0, 2.0), ALL.growth(100, 10).sorted());
    assertEquals(1.0, ALL.growth(10, 10).median());
  }

  @Test
  void a_contender_that_did_not_take_part_has_no_figures() {
    assertTrue(ALL.times(Contender.JSHELL_JDI, round -> true).isEmpty());
    assertTrue(ALL.ratios(Contender.JSHELL_JDI, Contender.EDIT, round -> true).isEmpty());
  }
}
