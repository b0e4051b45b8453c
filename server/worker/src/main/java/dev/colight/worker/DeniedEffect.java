package dev.colight.worker;

/**
 * Ends code that is about to touch the outside world, though nobody has asked for that. An error,
 * so that {@code catch (Exception)} lets it pass; code that catches it all the same is stopped, and
 * its block counts as held.
 */
final class DeniedEffect extends Error {
  private static final long serialVersionUID = 1;

  private final String does;
  private final String call;

  /** Whether it leaves a class behind, not the document's, that could not be initialised. */
  private final boolean breaksClass;

  DeniedEffect(String does, String call, boolean breaksClass) {
    super(does + ": " + call + ", which nobody has asked for");
    this.does = does;
    this.call = call;
    this.breaksClass = breaksClass;
  }

  /** Returns what it would have done, in the words of the rules. */
  String does() {
    return does;
  }

  /** Returns the call as people write it. */
  String call() {
    return call;
  }

  boolean breaksClass() {
    return breaksClass;
  }
}
