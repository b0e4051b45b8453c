package dev.colight.workspace;

import dev.colight.document.BlockId;
import dev.colight.execution.Assistant;
import dev.colight.execution.Scene;
import dev.colight.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document at one moment; immutable, and safe to read from any thread. */
public interface DocumentSnapshot {
  String uri();

  /** Returns the LSP version of the text. */
  int version();

  Text text();

  /** Returns the number of the newest run, 0 before the first. */
  int run();

  /** Tells whether a run is under way. */
  boolean running();

  /** Tells whether the document may run. */
  boolean trusted();

  /** Returns what there is for those who help with editing. */
  Scene scene();

  /** Returns who helps with editing code that sees what this document sees. */
  Assistant assistant();

  /** Returns all blocks in order; made on demand, one view per block asked for. */
  List<BlockView> blocks();

  /** Returns the blocks that touch a range of lines, both inclusive. */
  List<BlockView> blocks(int firstLine, int lastLine);

  /** Returns a block, or null where it is gone. */
  @Nullable BlockView block(BlockId id);

  /** Returns who needs what of whom; worked out on demand. */
  Dependencies dependencies();

  /** Returns which of its blocks can run what of other files; worked out on demand. */
  FollowedUses followed();
}
