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
 * The errors that the listener was last told of. They name lines, of their own block and of others,
 * which move, and so may change where nothing has run. Owned by the event thread.
 */
final class ToldErrors {
  private final Map<BlockId, Told> told = new HashMap<>();

  /**
   * An error as it was told.
   *
   * @param firstLine of its block, which its own place counts from; 0 where it has none
   */
  private record Told(ErrorView error, int firstLine) {
    static @Nullable Told of(BlockView block) {
      ResultView result = block.result();
      ErrorView error = result == null ? null : result.error();
      if (error == null) {
        return null;
      }
      return new Told(error, error.range() == null ? 0 : block.range().start().line());
    }
  }

  /** Notes what is told of a block; returns whether its error is not what was told before. */
  boolean differs(BlockView block) {
    Told now = Told.of(block);
    Told before = now == null ? told.remove(block.id()) : told.put(block.id(), now);
    return !Objects.equals(before, now);
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
