package dev.colight.workspace;

/** Tells what becomes of blocks that touch the outside world while nobody has asked to run them. */
public enum EffectPolicy {
  /** They wait for a save, or a command. */
  HOLD,
  /** They run like all others. */
  RUN
}
