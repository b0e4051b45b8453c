package dev.colight.protocol;

/** Tells how a run ended. On the wire: the names in lower case. */
public enum RunStatus {
  DONE,
  /** A newer run took its place. */
  SUPERSEDED,
  CANCELLED,
  FAILED
}
