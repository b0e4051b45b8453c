package dev.colight.differential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block did, up to the statement that threw, if any.
 *
 * @param verdict how it went
 * @param values what its statements show, in order
 * @param thrown what it threw, for {@link Verdict#THREW}
 * @param problems why it did not run, for {@link Verdict#DID_NOT_RUN}
 */
record Outcome(
    Verdict verdict,
    List<String> values,
    String stdout,
    String stderr,
    @Nullable Thrown thrown,
    List<String> problems) {
  /** Tells how a block went. */
  enum Verdict {
    RAN,
    THREW,
    /** Some of its code does not compile, or needs what is not there. */
    DID_NOT_RUN
  }

  /**
   * An exception.
   *
   * @param type simple name of its class
   * @param message null where there is none
   */
  record Thrown(String type, @Nullable String message) {
    static Thrown of(String className, @Nullable String message) {
      String name = Names.normalize(className);
      return new Thrown(
          name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1),
          message == null || message.isEmpty() ? null : Names.normalize(message));
    }
  }
}
