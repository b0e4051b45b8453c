package dev.colight.fuzz;

/**
 * A text that a document gets, and when.
 *
 * @param text all of it
 * @param waits whether all that it sets off has run before the next step, and is compared then
 * @param kills whether the worker is killed just before; where the step before did not wait, while
 *     it runs, else while it is idle
 */
record Step(String text, boolean waits, boolean kills) {
  static Step of(String text) {
    return new Step(text, true, false);
  }

  Step inHaste() {
    return new Step(text, false, kills);
  }

  Step withKill() {
    return new Step(text, waits, true);
  }

  Step withText(String newText) {
    return new Step(newText, waits, kills);
  }
}
