package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.graph.Name;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the last attempt at a block ended. A failure of user code is data. */
public sealed interface Outcome {
  /**
   * It ran to its end.
   *
   * @param returned whether it ended the program with that: nothing below it runs
   */
  record Completed(boolean returned) implements Outcome {
    /** It ran to its end, and the program goes on. */
    public Completed() {
      this(false);
    }
  }

  /**
   * It threw.
   *
   * @param segment index of the statement unit that threw, among those of the block
   * @param statement the statement
   */
  record Threw(KernelEvent.Thrown thrown, int segment, int statement) implements Outcome {}

  /** It does not parse or compile: see {@link Cell.Verdict}. */
  record Invalid() implements Outcome {}

  /**
   * Something that it requires is not there.
   *
   * @param name what it requires
   * @param definer the block that is to provide it, or null where none does
   * @param through the function or type through which it is required, or null where the block
   *     itself requires it
   */
  record Blocked(Name name, @Nullable BlockId definer, Why why, @Nullable Name through)
      implements Outcome {}

  /**
   * Things that the document asks for are not there, and it needs some of them.
   *
   * @param reason why, in words for people
   */
  record Lacking(String reason) implements Outcome {}

  /** Tells whether it waits for somebody to ask for what touches the outside world. */
  default boolean waitsForConsent() {
    return this instanceof Held || this instanceof Waiting;
  }

  /** Why something is not there. */
  enum Why {
    /** It is defined further down only. */
    BELOW,
    /** Nothing defines it. */
    UNDEFINED,
    /** Its definition does not parse or compile. */
    BROKEN,
    /** Its block did not get as far as to give it a value. */
    NO_VALUE,
    /** The program, which is the name, ended further up. */
    ENDED
  }

  /**
   * Tells whether a program ends with this, so that what stands below does not run; so it may with
   * what has yet to be asked for.
   */
  default boolean endsProgram() {
    return waitsForConsent()
        || this instanceof Threw
        || this instanceof TimedOut
        || this instanceof Crashed
        || (this instanceof Completed completed && completed.returned());
  }

  /**
   * It would touch the outside world, and nobody has asked for that.
   *
   * @param code the code that would do it
   */
  record Held(Effect effect, CodeKey code) implements Outcome {}

  /**
   * It depends on what another block does that waits for consent: what is there is of older runs.
   *
   * @param held that block
   * @param name what that block may set or change, or null where it has no name
   */
  record Waiting(BlockId held, @Nullable Name name) implements Outcome {}

  /** It was cancelled. */
  record Cancelled() implements Outcome {}

  /** It was stopped, because it took longer than it may when nobody asked for it. */
  record TimedOut(Duration limit) implements Outcome {}

  /** The process that ran it is gone, or nothing could be made ready to run it. */
  record Crashed(String reason) implements Outcome {}
}
