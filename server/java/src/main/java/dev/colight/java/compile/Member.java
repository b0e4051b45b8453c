package dev.colight.java.compile;

import java.util.List;

/**
 * Something that code can name, as seen from a place: types are those of the place, with what it
 * knows of type parameters put in.
 *
 * @param name its name; of a constructor, that of the type
 * @param parameters of a method
 * @param type its type as people write it; of a type, its package
 * @param owner binary name of the class that declares it, or of a type itself; empty for a local
 * @param erased erased types of the parameters of its declaration, by simple name
 * @param distance how far up the hierarchy, or out of the scope, it is declared
 * @param fits whether a value of it fits where it would stand
 */
public record Member(
    Kind kind,
    String name,
    List<Parameter> parameters,
    boolean varargs,
    String type,
    String owner,
    List<String> erased,
    boolean isStatic,
    boolean deprecated,
    int distance,
    boolean fits) {

  /** Kinds of members. */
  public enum Kind {
    LOCAL,
    PARAMETER,
    FIELD,
    CONSTANT,
    METHOD,
    CONSTRUCTOR,
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    TYPE_PARAMETER
  }

  /**
   * A parameter of a method.
   *
   * @param name its name, or empty where the class file does not tell
   */
  public record Parameter(String type, String name) {}
}
