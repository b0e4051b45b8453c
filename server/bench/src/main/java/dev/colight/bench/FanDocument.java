package dev.colight.bench;

import dev.colight.bench.BenchDocument.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document of a thousand blocks with variables that 0, 1, 10 and 100 blocks require, a slider
 * that one requires, and a rest that nothing of this concerns.
 */
final class FanDocument {
  static final int SIZE = 1_000;

  /** The block of the slider {@code n}: ids are given from the top. */
  static final String SLIDER = "b2";

  /** How many times its value the block shows that requires the slider. */
  static final int SLIDER_FACTOR = 2;

  /** What the numbers are at first; all have five digits. */
  static final int FIRST = BenchDocument.FIRST;

  private final Map<Integer, Spot> spots = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();

  FanDocument() {
    add("import static dev.colight.display.Display.*;");
    add("int n = slider(\"n\", 0, 100_000, 3);");
    add("n * " + SLIDER_FACTOR);
    int blocks = 3;
    for (int dependents : List.of(0, 1, 10, 100)) {
      String start = "int with" + dependents + " = ";
      spots.put(dependents, new Spot(lines.size(), start.length()));
      add(start + FIRST + ";");
      for (int i = 0; i < dependents; i++) {
        add("with" + dependents + " + " + i);
      }
      blocks += 1 + dependents;
    }
    for (int i = blocks; i < SIZE; i++) {
      add(i % 2 == 0 ? "int a" + i + " = " + i + ";" : "\"block \" + " + i);
    }
  }

  private void add(String block) {
    lines.add(block);
    lines.add("");
  }

  String text() {
    return String.join("\n", lines);
  }

  /** Returns where the number stands that so many blocks require. */
  Spot spot(int dependents) {
    Spot spot = spots.get(dependents);
    if (spot == null) {
      throw new IllegalArgumentException("no variable with " + dependents + " dependents");
    }
    return spot;
  }

  /** Returns the line in the middle before which a block may be put. */
  int middle() {
    return lines.size() / 4 * 2;
  }
}
