package dev.colight.workspace;

/** Tells what sets off a run. */
public enum RunPolicy {
  /** Every edit. */
  TYPE,
  /** Opening and saving. */
  SAVE,
  /** Commands only. */
  MANUAL
}
