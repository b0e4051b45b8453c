package dev.colight.workspace;

/** Tells how the last attempt at a block's result ended, as in the protocol. */
public enum Status {
  OK,
  /** It threw. */
  ERROR,
  /** It does not parse or compile. */
  INVALID,
  /** Something that it requires has no value. */
  BLOCKED,
  /** It would touch the outside world, and nobody has asked for that. */
  HELD,
  CANCELLED,
  TIMEOUT
}
