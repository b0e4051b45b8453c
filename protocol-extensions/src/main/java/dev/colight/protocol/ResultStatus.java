package dev.colight.protocol;

/** Tells how a block's run ended. On the wire: the names in lower case. */
public enum ResultStatus {
  OK,
  /** It threw. */
  ERROR,
  /** It does not parse or compile. */
  INVALID,
  /** Something that it requires has no value. */
  BLOCKED,
  /** It would touch the outside world, and waits for a save or a command. */
  HELD,
  CANCELLED,
  TIMEOUT,
  /** The client has this result already; outputs are left out. */
  UNCHANGED
}
