package dev.colight.document;

/** Tells what a block is made of. */
public enum BlockKind {
  /** Text in the document's language, which is analysed and run. */
  CODE,
  /** Comments that stand alone, shown as Markdown. */
  PROSE
}
