package dev.colight.protocol;

/** Tells what a block is made of. On the wire: the names in lower case. */
public enum BlockKind {
  CODE,
  PROSE
}
