package dev.colight.fuzz;

import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.BlockStarted;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A document under edit. Used by one thread. */
class Session implements AutoCloseable {
  /** Far longer than a run may take, so that something happens before unless all stands still. */
  private static final int PATIENCE_SECONDS = 60;

  private final BlockingQueue<WorkspaceEvent> events = new LinkedBlockingQueue<>();
  private final Workspace workspace;
  private final String uri;
  private String text = "";
  private int version;
  private int executed;

  /** The version that was saved last, as some of its blocks waited for that. */
  private int savedVersion;

  Session(Workspace workspace, String uri) {
    this.workspace = workspace;
    this.uri = uri;
  }

  /** Takes in what the workspace tells of this document; from any thread. */
  void hear(WorkspaceEvent event) {
    events.add(event);
  }

  /** Gives the document another text, by one edit. */
  void type(String newText) {
    if (version == 0) {
      workspace.open(uri, ++version, newText);
    } else {
      workspace.change(uri, ++version, List.of(Edits.between(text, newText)));
    }
    text = newText;
  }

  /** Waits until all has run; returns the state then, or null where that does not come. */
  @Nullable DocumentSnapshot settled() throws InterruptedException {
    while (true) {
      WorkspaceEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        return null;
      }
      if (event instanceof BlockStarted) {
        executed++;
      } else if (event instanceof RunEnded end
          && end.version() == version
          && end.status() != RunStatus.SUPERSEDED) {
        DocumentSnapshot now = workspace.snapshot(uri);
        if (now == null
            || savedVersion == version
            || now.blocks().stream().noneMatch(Session::waits)) {
          return now;
        }
        savedVersion = version;
        workspace.save(uri);
      }
    }
  }

  private static boolean waits(BlockView block) {
    return block.state() == BlockState.HELD;
  }

  /** Returns how many blocks have begun to run. */
  int executed() {
    return executed;
  }

  @Override
  public void close() {
    workspace.close(uri);
  }
}
