package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
  /** Returns 1, 2, … in any order. */
  private static Samples upTo(int count) {
    List<Double> numbers =
        new ArrayList<>(IntStream.rangeClosed(1, count).mapToObj(i -> (double) i).toList());
    Collections.shuffle(numbers, new Random(count));
    return Samples.of(numbers);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 50, 1",
    "1, 99, 1",
    "2, 50, 1",
    "2, 51, 2",
    "20, 95, 19",
    "20, 99, 20",
    "100, 50, 50",
    "100, 95, 95",
    "100, 99, 99",
    "100, 100, 100",
    "101, 99, 100",
    "200, 99, 198",
    "5, 0, 1",
  })
  void a_percentile_is_the_nearest_rank(int count, int percent, double expected) {
    assertEquals(expected, upTo(count).percentile(percent));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1.5", "3, 2", "10, 5.5", "11, 6"})
  void a_median_is_in_the_middle(int count, double expected) {
    assertEquals(expected, upTo(count).median());
  }

  @Test
  void no_share_of_the_numbers_below_a_percentile_is_too_small() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Samples samples = Samples.of(random.doubles(1 + random.nextInt(40)).boxed().toList());
      int percent = 1 + random.nextInt(100);
      double limit = samples.percentile(percent);
      long within = samples.sorted().stream().filter(x -> x <= limit).count();
      long below = samples.sorted().stream().filter(x -> x < limit).count();
      assertTrue(100 * within >= (long) percent * samples.count(), "enough in " + samples);
      assertTrue(100 * below < (long) percent * samples.count(), "no smaller one in " + samples);
    }
  }
}
