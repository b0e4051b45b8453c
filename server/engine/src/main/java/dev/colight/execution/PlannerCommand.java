package dev.colight.execution;

import dev.colight.document.BlockId;
import java.util.Collection;
import java.util.List;

/** What a planner wants done, or told. */
public sealed interface PlannerCommand {
  /** Compile; answer with {@link PlannerEvent.CompileDone}. */
  record Compile(List<CompileUnit> units) implements PlannerCommand {}

  /** Run a block in the kernel. */
  record StartRun(RunRequest request) implements PlannerCommand {}

  /** End the kernel's run. */
  record CancelRun() implements PlannerCommand {}

  /** Have the kernel start afresh. */
  record RestartKernel() implements PlannerCommand {}

  /** Have the kernel drop values. */
  record Forget(Collection<ValueRef> values) implements PlannerCommand {}

  /** Tell that a block has begun to run. */
  record TellStarted(BlockId block) implements PlannerCommand {}

  /** Tell of an output of a running block. */
  record TellOutput(BlockId block, Output output, int sequence) implements PlannerCommand {}

  /** Tell that a block has a result; {@code unchanged} where it is the one it had. */
  record TellFinished(BlockId block, boolean unchanged) implements PlannerCommand {}

  /** Tell that the kernel's process is gone. */
  record TellLost(String reason) implements PlannerCommand {}
}
