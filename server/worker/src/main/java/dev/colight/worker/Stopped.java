package dev.colight.worker;

/**
 * Ends code that is to stop. An error, so that {@code catch (Exception)} lets it pass; code that
 * catches it all the same meets another at its next jump or call.
 */
final class Stopped extends Error {
  /** What stands for the name of this class, which is none of the document's. */
  static final String SHOWN_NAME = "Stopped";

  private static final String MESSAGE = "the block was stopped";
  private static final long serialVersionUID = 1;

  Stopped() {
    super(MESSAGE, null, false, false);
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // whose result would have the class's name
  public String toString() {
    return MESSAGE;
  }
}
