package dev.colight.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All rounds. Ratios are medians of the ratios within rounds, not ratios of medians: what slows the
 * machine down for a while slows both sides of such a ratio.
 */
record Measurements(List<Round> rounds) {
  /** Returns the times of a contender, in milliseconds. */
  Samples times(Contender contender, Predicate<Round> which) {
    List<Double> times = new ArrayList<>();
    for (Round round : rounds) {
      Double time = round.millis().get(contender);
      if (time != null && which.test(round)) {
        times.add(time);
      }
    }
    return Samples.of(times);
  }

  /** Returns, for each round with both, how many times as long one took as the other. */
  Samples ratios(Contender over, Contender under, Predicate<Round> which) {
    List<Double> ratios = new ArrayList<>();
    for (Round round : rounds) {
      Double a = round.millis().get(over);
      Double b = round.millis().get(under);
      if (a != null && b != null && which.test(round)) {
        ratios.add(a / b);
      }
    }
    return Samples.of(ratios);
  }

  /** Returns, for each round, how many times as long an edit took as in a document of a size. */
  Samples growth(int size, int reference) {
    Map<Integer, Double> before = new TreeMap<>();
    for (Round round : rounds) {
      Double time = round.millis().get(Contender.EDIT);
      if (round.size() == reference && time != null) {
        before.put(round.number(), time);
      }
    }
    List<Double> ratios = new ArrayList<>();
    for (Round round : rounds) {
      Double time = round.millis().get(Contender.EDIT);
      Double base = before.get(round.number());
      if (round.size() == size && time != null && base != null) {
        ratios.add(time / base);
      }
    }
    return Samples.of(ratios);
  }
}
