package dev.colight.worker;

import dev.colight.display.Forms;
import dev.colight.worker.wire.FromWorker.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounds what one run displays: how many, and how large they are together. Used under a lock. */
final class DisplayBudget {
  static final int MAX_DISPLAYS = 1_000;
  private static final long MAX_LENGTH = 32L << 20;

  /** By id, the length of what was sent last: an update takes its place. */
  private final Map<String, Long> lengths = new HashMap<>();

  private long total;
  private boolean full;

  /** Returns what to send for a display: itself, a note that it was too much, or null. */
  @Nullable Value within(Value value) {
    String id = String.valueOf(value.id());
    long length = value.mime().values().stream().mapToLong(String::length).sum();
    Long before = lengths.get(id);
    long after = total + length - (before == null ? 0 : before);
    if (after <= MAX_LENGTH && (before != null || lengths.size() < MAX_DISPLAYS)) {
      lengths.put(id, length);
      total = after;
      return value;
    } else if (full) {
      return null;
    }
    full = true;
    Map<String, String> note = Map.of(Forms.TEXT, "… more displays than can be shown");
    return new Value(
        value.run(), true, value.segment(), value.statement(), note, true, null, null, false);
  }
}
