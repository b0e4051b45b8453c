package dev.colight.lsp;

import dev.colight.workspace.Reason;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.BlockFinished;
import dev.colight.workspace.WorkspaceEvent.BlockOutput;
import dev.colight.workspace.WorkspaceEvent.BlockStarted;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStarted;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the block that runs has written so far, which no snapshot holds: someone who begins to watch
 * meanwhile is told it again. Owned by the thread that events come on.
 */
final class RunningOutputs {
  /** By document, in which one block runs at a time. */
  private final Map<String, List<BlockOutput>> outputs = new HashMap<>();

  void on(WorkspaceEvent event) {
    String uri = event.uri();
    if (event instanceof BlockOutput output) {
      outputs.computeIfAbsent(uri, any -> new ArrayList<>()).add(output);
    } else if (event instanceof BlockStarted
        || (event instanceof RunStarted started && started.reason() == Reason.OPEN)) {
      outputs.remove(uri);
    } else if (event instanceof BlockFinished finished) {
      // A result from the cache may come in between.
      List<BlockOutput> running = outputs.get(uri);
      if (running != null && running.get(0).block().equals(finished.block().id())) {
        outputs.remove(uri);
      }
    } else if (event instanceof RunEnded ended && ended.status() != RunStatus.SUPERSEDED) {
      outputs.remove(uri);
    }
  }

  /** Returns what the running block of a document has written, in order. */
  List<BlockOutput> of(String uri) {
    return List.copyOf(outputs.getOrDefault(uri, List.of()));
  }
}
