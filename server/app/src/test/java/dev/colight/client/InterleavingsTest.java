package dev.colight.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * No client ever shows as up to date what a clean run of the present text does not show, whatever
 * comes in between.
 */
class InterleavingsTest {
  private static final int ACTIONS = 25;

  @Test
  void a_client_shows_nothing_as_up_to_date_that_is_not_in_thousands_of_interleavings() {
    int comparisons = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      comparisons += simulate(seed);
    }
    assertTrue(comparisons > 10_000, comparisons + " comparisons");
  }

  private static int simulate(long seed) {
    try (Simulation simulation = new Simulation(seed)) {
      simulation.run(ACTIONS);
      return simulation.comparisons();
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }
}
