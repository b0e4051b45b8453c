package dev.colight.graph;

/**
 * What is wrong with a directive of a document, or with what goes by none.
 *
 * @param directive which one, counted from 0 over the whole document, or {@link #OUTSIDE}
 * @param word which word of its value, or {@link #WHOLE}
 * @param severity whether what needs it can do without
 * @param message for people
 */
public record DirectiveProblem(int directive, int word, Problem.Severity severity, String message) {
  /** Stands for all of a directive. */
  public static final int WHOLE = -1;

  /** Stands for no directive: what is wrong is in none of the document's lines. */
  public static final int OUTSIDE = -1;

  /** Returns an error. */
  public static DirectiveProblem error(int directive, int word, String message) {
    return new DirectiveProblem(directive, word, Problem.Severity.ERROR, message);
  }

  /** Returns what is wrong outside of the document. */
  public static DirectiveProblem outside(Problem.Severity severity, String message) {
    return new DirectiveProblem(OUTSIDE, WHOLE, severity, message);
  }
}
