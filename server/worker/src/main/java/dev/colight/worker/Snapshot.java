package dev.colight.worker;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a storage, with the contents of all that can be reached from it and changed.
 *
 * @param value the value; a boxed one for a primitive
 * @param objects what can be changed
 * @param contents what each of them holds
 * @param bytes about how much memory that takes
 * @param life null where the state can be put back; else says whether it is still there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Snapshot(
    @Nullable Object value,
    Tracked[] objects,
    Contents[] contents,
    long bytes,
    @Nullable Life life) {
  /** Bytes that a reference to an object and one to its contents take. */
  static final int BYTES_EACH = 8;

  /** Bytes from which on a value that nobody can change counts. */
  private static final int WORTH_COUNTING = 1_000;

  private static final Tracked[] NO_OBJECTS = {};
  private static final Contents[] NO_CONTENTS = {};

  /** A value that nobody can change. */
  static Snapshot constant(@Nullable Object value) {
    return new Snapshot(value, NO_OBJECTS, NO_CONTENTS, bytes(value), null);
  }

  /** Returns about how much a value takes that nobody can change, or 0 where that is little. */
  private static long bytes(@Nullable Object value) {
    long bytes =
        value instanceof String text
            ? text.length()
            : value instanceof BigInteger number ? number.bitLength() / Byte.SIZE : 0;
    return bytes < WORTH_COUNTING ? 0 : bytes;
  }

  /** A state that cannot be put back. */
  static Snapshot passing(@Nullable Object value, Life life) {
    return new Snapshot(value, NO_OBJECTS, NO_CONTENTS, 0, life);
  }

  /** The state that some objects are in. */
  static Snapshot of(@Nullable Object value, List<Tracked> reached) {
    Tracked[] objects = reached.toArray(NO_OBJECTS);
    Contents[] contents = new Contents[objects.length];
    long bytes = 0;
    for (int i = 0; i < objects.length; i++) {
      Contents held = objects[i].contents;
      if (held == null) {
        throw new IllegalStateException("nothing is known of an object that was looked at");
      }
      contents[i] = held;
      bytes += held.bytes() + BYTES_EACH;
    }
    return new Snapshot(value, objects, contents, bytes, null);
  }

  /** Says whether a state that cannot be put back is still there. */
  static final class Life {
    private boolean over;

    /** Notes that the state is another from now on. */
    void end() {
      over = true;
    }

    boolean isOver() {
      return over;
    }
  }

  /** Tells whether the state is there, or can be put back. */
  boolean isAvailable() {
    return life == null || !life.isOver();
  }

  /** Puts all objects back into their states. */
  void restore() {
    for (int i = 0; i < objects.length; i++) {
      objects[i].restore(contents[i]);
    }
  }
}
