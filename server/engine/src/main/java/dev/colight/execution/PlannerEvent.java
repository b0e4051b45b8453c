package dev.colight.execution;

import dev.colight.document.BlockId;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.ImportResolver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a planner reacts to. */
public sealed interface PlannerEvent {
  /** Code blocks were added, changed or moved, or removed (or became prose). */
  record Changed(List<Update> updates, List<BlockId> removed) implements PlannerEvent {}

  /** A block as it is now. */
  record Update(BlockId id, long order, BlockAnalysis analysis) {}

  /**
   * Somebody moved inputs of blocks.
   *
   * @param values by block: names of inputs, and what each stands at now
   */
  record InputsMoved(Map<BlockId, Map<String, String>> values) implements PlannerEvent {}

  /** The compiler has answered. */
  record CompileDone(List<Compiled> results) implements PlannerEvent {}

  /** The kernel has something to tell. */
  record KernelSaid(KernelEvent event) implements PlannerEvent {}

  /** Somebody asks for results: of some blocks and what they need, or of all. */
  record RunAsked(@Nullable Set<BlockId> blocks, boolean force) implements PlannerEvent {}

  /** Somebody wants what runs or waits to be dropped. */
  record CancelAsked() implements PlannerEvent {}

  /** A run has taken as long as it may; nothing else is dropped. */
  record TimeIsUp(RunId run, Duration limit) implements PlannerEvent {}

  /** Nobody looks, and has not for a while: what is not shown may go. */
  record NobodyWatches() implements PlannerEvent {}

  /**
   * The planner is another one than before: its imports give other things, or its platform is
   * another.
   *
   * @param imports those of before
   * @param platform whether that is the same as before
   * @param process whether the kernel goes on with the process that it has
   */
  record ToolchainChanged(ImportResolver imports, boolean platform, boolean process)
      implements PlannerEvent {}

  /** Somebody wants a fresh process and nothing cached. */
  record RestartAsked() implements PlannerEvent {}
}
