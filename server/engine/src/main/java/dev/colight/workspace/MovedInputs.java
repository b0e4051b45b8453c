package dev.colight.workspace;

import dev.colight.document.BlockId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Takes the moves of inputs, which may come faster than their results: while a run that a move set
 * off is under way, only the newest value of each waits, so that results keep coming while somebody
 * drags a slider. A run that takes longer than {@link #PATIENCE} gives way. Owned by the event
 * thread.
 */
final class MovedInputs {
  /** How long moves wait for the run of the one before. */
  static final Duration PATIENCE = Duration.ofMillis(250);

  private final Executor later;
  private final Consumer<Map<BlockId, Map<String, String>>> apply;
  private final Map<BlockId, Map<String, String>> waiting = new HashMap<>();
  private boolean ringing;

  /** Whether the run under way was set off by a move. */
  private boolean running;

  /**
   * Creates it.
   *
   * @param later runs tasks on the event thread after {@link #PATIENCE}
   * @param apply takes moves that are due, and starts a run
   */
  MovedInputs(Executor later, Consumer<Map<BlockId, Map<String, String>>> apply) {
    this.later = later;
    this.apply = apply;
  }

  void move(BlockId block, String name, String value) {
    waiting.computeIfAbsent(block, id -> new HashMap<>()).put(name, value);
    if (!running) {
      applyWaiting();
    } else if (!ringing) {
      ringing = true;
      later.execute(
          () -> {
            ringing = false;
            applyWaiting();
          });
    }
  }

  /** Notes that a run has begun. */
  void runStarted(boolean byMove) {
    running = byMove;
  }

  /** Notes that nothing is under way. */
  void atRest() {
    running = false;
    applyWaiting();
  }

  private void applyWaiting() {
    if (!waiting.isEmpty()) {
      Map<BlockId, Map<String, String>> due = Map.copyOf(waiting);
      waiting.clear();
      apply.accept(due);
    }
  }
}
