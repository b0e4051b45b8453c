package dev.colight.workspace;

import dev.colight.document.BlockId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace tells its listener. A run covers what one change sets off in one document; its
 * numbers grow by one. Every run that starts ends, superseded by the next one at the latest.
 */
public sealed interface WorkspaceEvent {
  String uri();

  /** LSP version of the text that this is about. */
  int version();

  int run();

  /**
   * A run has started. It may turn out that nothing has to run.
   *
   * @param blocks those that are queued, or whose place, names or state changed otherwise than by
   *     being moved as a whole
   * @param removed blocks that are gone
   * @param order all blocks, where any was added, removed or moved, else null
   */
  record RunStarted(
      String uri,
      int version,
      int run,
      Reason reason,
      List<BlockView> blocks,
      List<BlockId> removed,
      @Nullable List<BlockId> order)
      implements WorkspaceEvent {}

  /**
   * A block that was up to date may not be any more, because of what has run since the run started.
   */
  record BlockQueued(String uri, int version, int run, BlockView block) implements WorkspaceEvent {}

  /** A block has begun to run. */
  record BlockStarted(String uri, int version, int run, BlockView block)
      implements WorkspaceEvent {}

  /**
   * A running block has written or shown something; {@code sequence} counts from 0 in the block.
   */
  record BlockOutput(
      String uri, int version, int run, BlockId block, OutputView output, int sequence)
      implements WorkspaceEvent {}

  /**
   * A block has a result: {@code block.result()} is there.
   *
   * @param unchanged whether clients have this result already (same key)
   */
  record BlockFinished(String uri, int version, int run, BlockView block, boolean unchanged)
      implements WorkspaceEvent {}

  /** A run has ended. */
  record RunEnded(
      String uri,
      int version,
      int run,
      RunStatus status,
      int executed,
      int cached,
      int failed,
      int compiled,
      long nanos)
      implements WorkspaceEvent {}

  /**
   * Something is known of what a document asks for in its directives.
   *
   * @param blocks those with directives of which something else is known: see {@link
   *     BlockView#problems}
   * @param message what goes on, such as a download, or null
   */
  record Prepared(
      String uri, int version, int run, List<BlockView> blocks, @Nullable String message)
      implements WorkspaceEvent {}

  /**
   * A document that is not trusted was opened, or it has become trusted, or is so no longer.
   *
   * @param trusted whether it may run
   */
  record TrustChanged(String uri, int version, int run, boolean trusted)
      implements WorkspaceEvent {}

  /** The worker of a document is gone, by itself; the next run gets another. */
  record WorkerLost(String uri, int version, int run, String reason) implements WorkspaceEvent {}

  /** Something for people to know that belongs to no block, such as what a thread was denied. */
  record Noted(String uri, int version, int run, String text) implements WorkspaceEvent {}

  /** Tells how a run ended, as in the protocol. */
  enum RunStatus {
    DONE,
    SUPERSEDED,
    CANCELLED,
    FAILED
  }
}
