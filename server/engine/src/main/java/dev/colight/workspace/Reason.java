package dev.colight.workspace;

/** Tells why a run began, as in the protocol. */
public enum Reason {
  OPEN,
  EDIT,
  SAVE,
  COMMAND,
  DEPENDENCY,
  RESTART,
  INPUT
}
