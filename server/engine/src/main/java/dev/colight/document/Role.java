package dev.colight.document;

/** What the lines of a block are to their document; the language's analysis goes by it. */
public enum Role {
  /** A piece of a script. */
  SCRIPT(Stage.SCRIPT),
  /** Lines that hold others together, and neither declare nor run anything. */
  FRAME(Stage.MEMBERS),
  /** Members. */
  MEMBERS(Stage.MEMBERS),
  /** What stands beside that which has members. */
  BESIDE(Stage.MEMBERS),
  /** The lines that begin the body. */
  ENTRY(Stage.BODY),
  /** The lines that begin the body of a program that is nothing but members. */
  BARE_ENTRY(Stage.BODY),
  /** A piece of the body. */
  BODY(Stage.BODY),
  /** A program that cannot be taken apart. */
  PROGRAM(Stage.MEMBERS),
  /** A program that cannot be taken apart, and is nothing but members. */
  BARE_PROGRAM(Stage.MEMBERS);

  private final Stage stage;

  Role(Stage stage) {
    this.stage = stage;
  }

  /** Returns when it counts. */
  public Stage stage() {
    return stage;
  }
}
