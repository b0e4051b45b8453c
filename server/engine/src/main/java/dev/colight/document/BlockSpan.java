package dev.colight.document;

/**
 * A block as the splitter finds it.
 *
 * @param kind code or prose
 * @param role what it is to the document
 * @param startLine first line, zero-based
 * @param endLine line after the last one
 * @param lookahead number of lines from {@code endLine} on that the splitter read to decide that
 *     the block ends here; a change in one of them may move the end. Blank lines that separate this
 *     block from the next are counted, and so is the first line of the next block.
 */
public record BlockSpan(BlockKind kind, Role role, int startLine, int endLine, int lookahead) {
  /** A block of a script. */
  public BlockSpan(BlockKind kind, int startLine, int endLine, int lookahead) {
    this(kind, Role.SCRIPT, startLine, endLine, lookahead);
  }
}
