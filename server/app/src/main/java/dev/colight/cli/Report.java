package dev.colight.cli;

import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.WorkspaceEvent.RunEnded;

/** Tells how a run went, block by block in the order of the document. */
interface Report {
  /** Reports a block that has ended, or prose. */
  void block(DocumentSnapshot document, BlockView block);

  /** Reports the end of the run. */
  void end(DocumentSnapshot document, RunEnded ended);
}
