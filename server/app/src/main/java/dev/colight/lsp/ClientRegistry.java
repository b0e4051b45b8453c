package dev.colight.lsp;

import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The clients that are connected; each hears of everything, at its own pace. */
public final class ClientRegistry implements WorkspaceListener {
  private final List<ClientSession> sessions = new CopyOnWriteArrayList<>();

  /** Adds a client. */
  public void add(ClientSession session) {
    sessions.add(session);
  }

  /** Removes a client, and ends what is done for it. */
  public void remove(ClientSession session) {
    sessions.remove(session);
    session.close();
  }

  @Override
  public void on(WorkspaceEvent event) {
    sessions.forEach(session -> session.accept(event));
  }

  /** Tells all clients that a document is not open any more. */
  public void closed(String uri) {
    sessions.forEach(session -> session.closed(uri));
  }
}
