package dev.colight.protocol;

/** Tells why a run began. On the wire: the names in lower case. */
public enum RunReason {
  OPEN,
  EDIT,
  SAVE,
  COMMAND,
  DEPENDENCY,
  RESTART,
  INPUT
}
