package dev.colight.lsp;

import dev.colight.workspace.WorkspaceEvent;

/** Tells a client of what happens, in one way. Called on the thread of its session alone. */
interface EventWatcher {
  void on(WorkspaceEvent event);

  /** Hears that a document is not open any more. */
  default void closed(String uri) {}
}
