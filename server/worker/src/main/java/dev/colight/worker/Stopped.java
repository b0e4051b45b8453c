package dev.colight.worker;

/**
 * Ends code that is to stop. An error, so that {@code catch (Exception)} lets it pass; code that
 * catches it all the same meets it again at its next jump or call.
 */
final class Stopped extends Error {
  static final Stopped INSTANCE = new Stopped();

  /** What stands for the name of this class, which is none of the document's. */
  static final String SHOWN_NAME = "Stopped";

  private static final long serialVersionUID = 1;

  private Stopped() {
    super("the block was stopped", null, false, false);
  }

  @Override
  public String toString() {
    return getLocalizedMessage();
  }
}
