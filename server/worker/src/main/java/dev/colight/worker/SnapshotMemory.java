package dev.colight.worker;

import dev.colight.worker.wire.Handle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Bounds the memory that kept states take. Many states share most of their contents, which count
 * once. A state that is dropped can be had again: the server has it made anew.
 */
final class SnapshotMemory {
  /** A quarter of all memory. */
  static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 4;

  private final Map<Handle, Snapshot> kept;
  private final long maxBytes;

  /** No less than what the kept states take. */
  private long estimate;

  /** The number of the last count of all. */
  private int counts = 1;

  /**
   * Creates a bound.
   *
   * @param kept the least recently used first; states are removed from it
   */
  SnapshotMemory(Map<Handle, Snapshot> kept, long maxBytes) {
    this.kept = kept;
    this.maxBytes = maxBytes;
  }

  /** Takes note of a state that was added; drops others where there is too much. */
  void added(Snapshot state) {
    estimate += count(state, 1);
    if (estimate > maxBytes) {
      trim();
    }
  }

  private void trim() {
    List<Map.Entry<Handle, Snapshot>> entries = new ArrayList<>(kept.entrySet());
    Collections.reverse(entries);
    counts++;
    long total = 0;
    boolean full = false;
    for (Map.Entry<Handle, Snapshot> entry : entries) {
      Snapshot state = entry.getValue();
      if (state.bytes() == 0) {
        continue;
      }
      long more = 0;
      if (!full) {
        more = count(state, counts);
        full = total > 0 && total + more > maxBytes / 2;
      }
      if (full) {
        kept.remove(entry.getKey());
      } else {
        total += more;
      }
    }
    estimate = total;
  }

  /** Returns what a state takes that was not counted before. */
  private static long count(Snapshot state, int number) {
    int objects = state.objects().length;
    long bytes = objects == 0 ? state.bytes() : (long) Snapshot.BYTES_EACH * objects;
    for (Contents contents : state.contents()) {
      if (contents.counted < number) {
        contents.counted = number;
        bytes += contents.bytes();
      }
    }
    return bytes;
  }
}
