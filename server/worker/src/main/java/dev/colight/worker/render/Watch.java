package dev.colight.worker.render;

/** Knows what has become of objects since their statement ran. */
public interface Watch {
  /** Where a value is shown while its statement runs: whatever is there is right. */
  Watch PRESENT = object -> true;

  /**
   * Tells whether an object is certain to hold what it held then: itself, and what it keeps that in
   * where it is one of the platform's.
   */
  boolean isUnchanged(Object object);

  /**
   * Tells whether nothing can ever change in an object, and in what can be reached from it; its
   * {@code toString} may be asked again, then.
   */
  default boolean isConstant(Object object) {
    return false;
  }

  /** What was to be shown is not there any more. */
  final class ChangedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangedException() {
      super("it has been changed since", null, false, false);
    }
  }
}
