package dev.colight.protocol;

/** Tells where an output comes from. On the wire: the names in lower case. */
public enum OutputKind {
  VALUE,
  DISPLAY,
  STDOUT,
  STDERR
}
