package dev.colight.execution;

import dev.colight.cache.CodeKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a kernel tells while it runs code. */
public sealed interface KernelEvent {
  /** A run begins, in a process that is ready for it. */
  record Began(RunId run) implements KernelEvent {}

  /**
   * Something that a statement showed or wrote, in the order of time.
   *
   * @param last whether the end of the run comes with it, so that nobody needs to hear of it before
   */
  record Emitted(RunId run, Emission emission, boolean last) implements KernelEvent {
    /** Something after which the run goes on. */
    public Emitted(RunId run, Emission emission) {
      this(run, emission, false);
    }
  }

  /**
   * A run has ended.
   *
   * @param thrown what it threw, or null where it ran to its end
   * @param returned whether it returned from the program
   * @param segment index of the segment that it ended in
   * @param statement the statement of that segment that ran last
   * @param kept what became of each storage in {@link RunRequest#kept}, and of those in {@link
   *     RunRequest#probes} that have changed or share objects with others
   * @param nanos time in user code
   * @param definedClasses number of classes that the run made the worker define
   */
  record Finished(
      RunId run,
      boolean cancelled,
      @Nullable Thrown thrown,
      boolean returned,
      int segment,
      int statement,
      List<Kept> kept,
      long nanos,
      int definedClasses)
      implements KernelEvent {}

  /**
   * A run was stopped as it was about to touch the outside world without being free to. What it
   * wrote until then is not kept.
   *
   * @param does what it would have done, in words for people
   * @param call by which it would have done it
   * @param frame where that stands in the document, or null where that cannot be told
   * @param segment index of the segment that ran
   * @param statement the statement of that segment
   */
  record Denied(
      RunId run, String does, String call, @Nullable Frame frame, int segment, int statement)
      implements KernelEvent {}

  /**
   * The process is gone, and all kept values with it; the next run gets a new one.
   *
   * @param run the run that was under way, or null
   * @param reason for people, such as {@code "the program called System.exit(3)"}
   * @param outside whether something else than the process and its kernel ended it, as far as one
   *     can see
   * @param done whether the code ended it, and said that it has done what it had to
   */
  record Lost(@Nullable RunId run, String reason, boolean outside, boolean done)
      implements KernelEvent {
    /** Tells of a process that nobody wanted to end. */
    public Lost(@Nullable RunId run, String reason, boolean outside) {
      this(run, reason, outside, false);
    }
  }

  /** Something for people to know that is no matter of the run under way. */
  record Note(String text) implements KernelEvent {}

  /** Some values that a run needs are not kept any more; it was not begun. Others are unharmed. */
  record Gone(RunId run, Set<ValueRef> values) implements KernelEvent {}

  /**
   * The kernel begins anew, with nothing kept: a run needs a type as it is before anybody used it,
   * and it cannot be put back to that; or a process has become too large. The run was not begun.
   */
  record Renewed(RunId run) implements KernelEvent {}

  /**
   * The state of a storage after a run.
   *
   * @param defined whether it was defined when the run began, or has been since
   * @param changed whether its state is another than before the run: it holds another value, or an
   *     object that can be reached from it has changed; or the run declared it
   * @param digest digest of the state where one can be had, or null: states of equal digest cannot
   *     be told apart
   * @param mutable whether the state can be changed in place
   * @param code whether it holds code of the document: an object of one of its types, or a lambda
   * @param shares other storages of the run from which some of the same mutable objects can be
   *     reached
   */
  record Kept(
      CodeKey storage,
      boolean defined,
      boolean changed,
      @Nullable String digest,
      boolean mutable,
      boolean code,
      Set<CodeKey> shares) {}

  /**
   * An exception.
   *
   * @param type its class as the document names it
   * @param trace frames of the document and of libraries, innermost first; no generated ones, none
   *     below the block
   */
  record Thrown(String type, @Nullable String message, List<Frame> trace, @Nullable Thrown cause) {}

  /**
   * A frame of a stack trace.
   *
   * @param function {@code name} for a function of the document, {@code Type.method} else; empty
   *     for a top-level statement
   * @param code key of the compiled unit, or null outside the document
   * @param token token of that unit's canonical text, or -1
   * @param location {@code File.java:12} outside the document, else null
   */
  record Frame(String function, @Nullable CodeKey code, int token, @Nullable String location) {}

  /**
   * An output.
   *
   * @param kind value, display, stdout or stderr
   * @param segment index into {@link RunRequest#segments}
   * @param statement statement of that segment which was running
   * @param mime payloads by MIME type; {@code text/plain} always
   * @param truncated whether a payload was cut
   * @param expandable reference by which the kernel gives more of it, or null
   * @param id of a display that others of the same id in the same run take the place of, or null
   */
  record Emission(
      Kind kind,
      int segment,
      int statement,
      Map<String, String> mime,
      boolean truncated,
      @Nullable String expandable,
      @Nullable String id) {
    /** A piece of a stream. */
    public static Emission stream(
        Kind kind, int segment, int statement, String text, boolean truncated) {
      return new Emission(
          kind, segment, statement, Map.of("text/plain", text), truncated, null, null);
    }

    /** Tells where an output comes from. */
    public enum Kind {
      VALUE,
      DISPLAY,
      STDOUT,
      STDERR
    }
  }
}
