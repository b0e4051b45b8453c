package dev.colight.web;

import java.time.Duration;

/**
 * Decides when to read a file that somebody else writes: not before it has stopped to change. One
 * that is empty has probably just been cut off by an editor that is about to write it.
 */
final class Settling {
  static final Duration QUIET = Duration.ofMillis(30);
  static final Duration QUIET_WHEN_EMPTY = Duration.ofMillis(300);

  private FileState read;
  private FileState seen;
  private long since;

  /** Begins with a file that has been read in some state. */
  Settling(FileState read) {
    this.read = read;
    this.seen = read;
  }

  /** Tells whether to read the file now; {@code nanos} is the time, on any clock. */
  boolean look(FileState now, long nanos) {
    if (!now.equals(seen)) {
      seen = now;
      since = nanos;
    }
    Duration quiet = seen.size() == 0 ? QUIET_WHEN_EMPTY : QUIET;
    boolean due = waits() && nanos - since >= quiet.toNanos();
    if (due) {
      read = seen;
    }
    return due;
  }

  /** Tells whether the file has changed and waits to be read. A missing one may come back. */
  boolean waits() {
    return seen.exists() && !seen.equals(read);
  }
}
