package dev.colight.protocol;

/**
 * Tells how what is shown for a block relates to its text. On the wire: the names in lower case.
 */
public enum BlockState {
  QUEUED,
  RUNNING,
  FRESH,
  STALE,
  HELD
}
