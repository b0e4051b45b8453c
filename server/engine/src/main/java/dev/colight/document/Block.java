package dev.colight.document;

import java.util.List;

/**
 * A block of one version of a document.
 *
 * @param order its place: blocks stand in the document in ascending order. Kept while blocks above
 *     and below come and go, so that whatever is indexed by it stays valid.
 * @param lines its text
 * @param lookahead as in {@link BlockSpan#lookahead}
 */
public record Block(BlockId id, long order, BlockKind kind, List<String> lines, int lookahead) {
  /** Tells whether both have the same kind and text. */
  boolean sameText(Block other) {
    return kind == other.kind && lines.equals(other.lines);
  }
}
