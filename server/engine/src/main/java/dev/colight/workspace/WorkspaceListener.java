package dev.colight.workspace;

/** Hears what happens in a workspace, on its event thread: must return at once. */
public interface WorkspaceListener {
  void on(WorkspaceEvent event);
}
