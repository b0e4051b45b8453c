package dev.colight.bench;

/** What is timed, in every round once (the rivals in some). */
enum Contender {
  /** The product, from the change to the last result. */
  EDIT("edit"),
  /** The same two blocks as two bare classes. */
  FLOOR("floor"),
  /** The product, taking the edit back, to the end of the run. */
  UNDO("undo"),
  /** The product, when only a comment changes, to the end of the run. */
  COMMENT("comment"),
  JSHELL_LOCAL("jshell local"),
  JSHELL_JDI("jshell jdi");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  /** Returns what people call it. */
  String label() {
    return label;
  }
}
