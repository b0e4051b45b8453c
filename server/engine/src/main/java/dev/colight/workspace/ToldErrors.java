package dev.colight.workspace;

import dev.colight.document.BlockId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The errors that the listener was last told of. They name lines of other blocks, which move, and
 * so may change where nothing has run. Owned by the event thread.
 */
final class ToldErrors {
  private final Map<BlockId, ErrorView> told = new HashMap<>();

  /** Notes what is told of a block; returns whether its error is not what was told before. */
  boolean differs(BlockView block) {
    ResultView result = block.result();
    ErrorView error = result == null ? null : result.error();
    ErrorView before = error == null ? told.remove(block.id()) : told.put(block.id(), error);
    return !Objects.equals(before, error);
  }

  /** Returns how many there are. */
  int size() {
    return told.size();
  }

  /** Forgets blocks that are gone. */
  void forget(Collection<BlockId> removed) {
    removed.forEach(told::remove);
  }

  private static boolean willBeTold(BlockView block) {
    return block.state() == BlockState.QUEUED || block.state() == BlockState.RUNNING;
  }

  /** Returns the blocks whose errors are others now, and counts them as told. */
  List<BlockView> changed(SnapshotView snapshot) {
    List<BlockView> changed = new ArrayList<>();
    for (BlockId id : List.copyOf(told.keySet())) {
      @Nullable BlockView block = snapshot.block(id);
      if (block != null && block.result() != null && !willBeTold(block) && differs(block)) {
        changed.add(block);
      }
    }
    return changed;
  }
}
