package dev.colight.lsp;

import dev.colight.protocol.ColightClient;
import dev.colight.protocol.ServerState;
import dev.colight.protocol.StatusParams;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.Reason;
import dev.colight.workspace.WorkspaceEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client that speaks the protocol what is done for each document, where that changes: an
 * edit that runs nothing says nothing.
 */
final class StateWatcher implements EventWatcher {
  private final ColightClient client;

  /** What was last told of each document, and of which run. */
  private final Map<String, Told> told = new HashMap<>();

  private record Told(ServerState state, int run, @Nullable String block) {}

  StateWatcher(ColightClient client) {
    this.client = client;
  }

  @Override
  public void on(WorkspaceEvent event) {
    Told before = told.get(event.uri());
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
      tell(event, ServerState.RUNNING, null, started.block().id().toString());
    } else if (event instanceof WorkspaceEvent.WorkerLost lost) {
      tell(event, ServerState.FAILED, lost.reason(), null);
    } else if (event instanceof WorkspaceEvent.RunEnded && before != null) {
      // The run in which a worker was lost does not make up for it; one that ends well does.
      if (before.state != ServerState.FAILED || before.run < event.run()) {
        tell(event, ServerState.IDLE, null, null);
      }
    }
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
  }
}
