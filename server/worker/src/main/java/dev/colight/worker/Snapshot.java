package dev.colight.worker;

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
  /** A value that nobody can change. */
  static Snapshot constant(@Nullable Object value) {
    return new Snapshot(value, new Tracked[0], new Contents[0], 0, null);
  }

  /** Says whether a state that cannot be put back is still there. */
  static final class Life {
    private boolean over;

    /** Notes that the state is another from now on. */
    void end() {
      over = true;
    }
  }

  /** Tells whether the state is there, or can be put back. */
  boolean isAvailable() {
    return life == null || !life.over;
  }

  /** Puts all objects back into their states. */
  void restore() {
    for (int i = 0; i < objects.length; i++) {
      Tracked tracked = objects[i];
      if (tracked.contents != contents[i]) {
        contents[i].restore(tracked.object, tracked.layout);
        tracked.contents = contents[i];
      }
    }
  }
}
