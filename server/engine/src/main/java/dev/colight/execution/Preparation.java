package dev.colight.execution;

import dev.colight.graph.DirectiveProblem;
import java.util.List;

/** Something that is being made ready for a document. */
public interface Preparation extends AutoCloseable {
  /** Ends it, if it has not ended: nobody wants it any more. */
  @Override
  void close();

  /** What happens meanwhile. */
  sealed interface Event {
    /** Something goes on that takes its time. */
    record Progress(String message) implements Event {}

    /**
     * All is there.
     *
     * @param problems what is not as it should be all the same
     */
    record Ready(Toolchain toolchain, List<DirectiveProblem> problems) implements Event {}

    /**
     * It cannot be had.
     *
     * @param reason in short, for those whose code needs it
     */
    record Failed(String reason, List<DirectiveProblem> problems) implements Event {}
  }
}
