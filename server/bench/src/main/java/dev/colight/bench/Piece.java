package dev.colight.bench;

/** One top-level thing in a block of a document, which each contender writes in its own way. */
sealed interface Piece {
  /** Returns it as a document and JShell take it. */
  String snippet();

  /**
   * Declares a variable.
   *
   * @param type as the document writes it, such as {@code var}
   * @param fieldType as a field has to be declared
   */
  record Variable(String type, String fieldType, String name, String initialiser) implements Piece {
    @Override
    public String snippet() {
      return type + " " + name + " = " + initialiser + ";";
    }
  }

  /** Shows a value. */
  record Expression(String code) implements Piece {
    @Override
    public String snippet() {
      return code;
    }
  }

  /** Declares a method or a type. */
  record Member(String code) implements Piece {
    @Override
    public String snippet() {
      return code;
    }
  }
}
