package dev.colight.lsp;

import dev.colight.protocol.ColightClient;
import dev.colight.protocol.ServerState;
import dev.colight.protocol.StatusParams;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.Reason;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client that speaks the protocol what is done for each document, where that changes: an
 * edit that runs nothing says nothing, nor does one whose blocks are done before somebody could see
 * them run.
 */
final class StateWatcher implements EventWatcher {
  /** How long it takes until somebody is told which block runs, in milliseconds. */
  static final int BLINK_MS = 30;

  private final ColightClient client;

  /** Does something on the same thread, after {@link #BLINK_MS}. */
  private final Consumer<Runnable> later;

  /** What was last told of each document, and of which run. */
  private final Map<String, Told> told = new HashMap<>();

  private record Told(ServerState state, int run, @Nullable String block) {}

  /** Blocks that run, and of which nobody has been told, by document. */
  private final Map<String, WorkspaceEvent.BlockStarted> running = new HashMap<>();

  /** Whether those are going to be told. */
  private boolean waiting;

  StateWatcher(ColightClient client, Consumer<Runnable> later) {
    this.client = client;
    this.later = later;
  }

  @Override
  public void on(WorkspaceEvent event) {
    Told before = told.get(event.uri());
    if (runsNoMore(event)) {
      running.remove(event.uri());
    }
    if (event instanceof WorkspaceEvent.TrustChanged changed) {
      tell(
          event,
          changed.trusted() ? ServerState.IDLE : ServerState.UNTRUSTED,
          changed.trusted() ? null : "nothing of it runs",
          null);
    } else if (before != null && before.state == ServerState.UNTRUSTED) {
      return; // until somebody trusts it
    } else if (event instanceof WorkspaceEvent.RunStarted started) {
      boolean fresh =
          before == null
              || before.state == ServerState.FAILED
              || started.reason() == Reason.RESTART;
      if (fresh && waits(started)) {
        tell(event, ServerState.STARTING, null, null);
      }
    } else if (event instanceof WorkspaceEvent.BlockStarted started) {
      running.put(event.uri(), started);
      if (before == null || before.state == ServerState.STARTING) {
        tellRunning(); // what was told before is over
      } else if (!waiting) {
        waiting = true;
        later.accept(
            () -> {
              waiting = false;
              tellRunning();
            });
      }
    } else if (event instanceof WorkspaceEvent.WorkerLost lost) {
      tell(event, ServerState.FAILED, lost.reason(), null);
    } else if (event instanceof WorkspaceEvent.RunEnded && before != null) {
      // The run in which a worker was lost does not make up for it; one that ends well does.
      if (before.state != ServerState.FAILED || before.run < event.run()) {
        tell(event, ServerState.IDLE, null, null);
      }
    }
  }

  /** Tells whether the block that ran does so no more. */
  private boolean runsNoMore(WorkspaceEvent event) {
    WorkspaceEvent.BlockStarted started = running.get(event.uri());
    if (event instanceof WorkspaceEvent.BlockFinished finished) {
      return started != null && started.block().id().equals(finished.block().id());
    }
    return event instanceof WorkspaceEvent.WorkerLost
        || event instanceof WorkspaceEvent.TrustChanged
        || (event instanceof WorkspaceEvent.RunEnded ended
            && ended.status() != RunStatus.SUPERSEDED);
  }

  private void tellRunning() {
    running
        .values()
        .forEach(
            started -> tell(started, ServerState.RUNNING, null, started.block().id().toString()));
    running.clear();
  }

  private static boolean waits(WorkspaceEvent.RunStarted started) {
    return started.blocks().stream().anyMatch(block -> block.state() == BlockState.QUEUED);
  }

  private void tell(
      WorkspaceEvent event, ServerState state, @Nullable String message, @Nullable String block) {
    Told before = told.put(event.uri(), new Told(state, event.run(), block));
    if (before == null
        || before.state != state
        || !Objects.equals(before.block, block)
        || message != null) {
      client.status(new StatusParams(state, message, event.uri(), block));
    }
  }

  @Override
  public void closed(String uri) {
    told.remove(uri);
    running.remove(uri);
  }
}
