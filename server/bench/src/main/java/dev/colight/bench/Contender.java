package dev.colight.bench;

import java.util.Arrays;
import java.util.List;

/** What is timed: what is ours in every round, and the rivals, which are far slower, in some. */
enum Contender {
  /** The product, from the change to the last result. */
  EDIT("edit", 1),
  /** The same two blocks as two bare classes. */
  FLOOR("floor", 1),
  /** The product, taking the edit back, to the end of the run. */
  UNDO("undo", 1),
  /** The product, when only a comment changes, to the end of the run. */
  COMMENT("comment", 1),
  JSHELL_LOCAL("jshell local", 7),
  JSHELL_JDI("jshell jdi", 7),
  /** A kernel that is told to run the two cells. */
  NOTEBOOK_PAIR("notebook pair", 7),
  /** A kernel that is told to run the cell and all below. */
  NOTEBOOK("notebook", 28),
  /** The same document in Scala, as a worksheet. */
  MDOC("mdoc", 14),
  /** The document as one program, compiled and run by {@code java}. */
  JAVA("java", 14);

  private final String label;
  private final int every;

  Contender(String label, int every) {
    this.label = label;
    this.every = every;
  }

  /** Returns those that others have made, or that start afresh. */
  static List<Contender> rivals() {
    return Arrays.stream(values()).filter(contender -> contender.every > 1).toList();
  }

  /** Returns what people call it. */
  String label() {
    return label;
  }

  /** Tells whether it takes part in a round, counted from the first one that counts. */
  boolean plays(int round) {
    return Math.floorMod(round, every) == 0;
  }
}
