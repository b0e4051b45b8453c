package dev.colight.workspace;

/** Tells how what is shown for a block relates to its text, as in the protocol. */
public enum BlockState {
  /** Waits for its turn; what is shown is of an older text or environment. */
  QUEUED,
  /** Runs now; what is shown is of an older text or environment. */
  RUNNING,
  /** What is shown is what a clean run would show. */
  FRESH,
  /** Cannot run now (it is broken, or runs on command only); what is shown is of older text. */
  STALE,
  /** Would touch the outside world and waits for a save or a command. */
  HELD
}
