package dev.colight.execution;

import dev.colight.toy.ToySession;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random toy documents and edits, by seed. */
public final class RandomToy {
  private static final String[] NAMES = {"a", "b", "c", "d"};
  private static final String[] FUNCTIONS = {"f", "g", "h"};

  private RandomToy() {}

  /** Returns a block. */
  public static String block(Random random) {
    StringBuilder text = new StringBuilder(line(random));
    while (random.nextInt(4) == 0) {
      text.append('\n').append(line(random));
    }
    return text.toString();
  }

  private static String line(Random random) {
    return switch (random.nextInt(18)) {
      case 0, 1, 2 -> "int " + name(random) + " = " + expression(random);
      case 3, 4 -> "var " + name(random) + " = " + expression(random);
      case 5, 6 -> name(random) + " := " + expression(random);
      case 7, 8 -> "fun " + FUNCTIONS[random.nextInt(3)] + " = " + expression(random);
      case 9 -> random.nextInt(4) == 0 ? (random.nextBoolean() ? "fail" : "?") : "# note";
      case 10, 11 -> "box " + name(random) + " = " + operand(random);
      case 12 -> "ref " + name(random) + " = " + name(random);
      case 13, 14 -> name(random) + " << " + operand(random);
      case 15 -> name(random) + " <- " + name(random);
      default -> "show " + expression(random);
    };
  }

  private static String name(Random random) {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private static String expression(Random random) {
    StringBuilder text = new StringBuilder(operand(random));
    while (random.nextInt(3) == 0) {
      text.append(" + ").append(operand(random));
    }
    return text.toString();
  }

  private static String operand(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> name(random);
      case 9 -> "@" + name(random);
      case 8 -> name(random) + "!";
      case 3, 4 -> FUNCTIONS[random.nextInt(3)] + "()";
      case 5 -> "'s" + random.nextInt(3) + "'";
      default -> Integer.toString(random.nextInt(4));
    };
  }

  /** Moves an input of some block of a document, whether it has it or not. */
  static void move(Random random, ToySession live) {
    if (live.document.size() > 0) {
      int block = random.nextInt(live.document.size());
      live.move(block, name(random), Integer.toString(random.nextInt(5)));
    }
  }

  /** Changes a document in place; undo goes back to an earlier one. */
  public static void edit(Random random, List<String> document, List<List<String>> history) {
    history.add(new ArrayList<>(document));
    int at = document.isEmpty() ? 0 : random.nextInt(document.size());
    switch (document.size() < 3 ? 0 : random.nextInt(8)) {
      case 0 -> document.add(at, block(random));
      case 1 -> document.remove(at);
      case 2 -> document.add(random.nextInt(document.size()), document.remove(at));
      case 3 -> document.set(at, document.get(at) + "\n" + line(random));
      case 4 -> {
        List<String> earlier = history.get(random.nextInt(history.size()));
        document.clear();
        document.addAll(earlier);
      }
      case 5 -> document.set(at, document.get(at).replaceAll("\\d", "" + random.nextInt(10)));
      default -> document.set(at, block(random));
    }
  }
}
