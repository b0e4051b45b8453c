package dev.colight.document;

import java.util.List;

/**
 * A block of one version of a document.
 *
 * @param order its stage and its place: blocks of one {@link Stage} stand in the document in
 *     ascending order. Kept while blocks above and below come and go, so that whatever is indexed
 *     by it stays valid.
 * @param role what it is to the document
 * @param lines its text
 * @param lookahead as in {@link BlockSpan#lookahead}
 */
public record Block(
    BlockId id, long order, BlockKind kind, Role role, List<String> lines, int lookahead) {
  /** Tells whether both are the same to the document. */
  boolean sameSort(Block other) {
    return kind == other.kind && role == other.role;
  }

  /** Tells whether both are the same to the document and have the same text. */
  boolean sameText(Block other) {
    return sameSort(other) && lines.equals(other.lines);
  }

  /** Returns its place in the text, whatever its stage. */
  long position() {
    return Stage.position(order);
  }

  /** Returns it at another place in the text. */
  Block at(long position) {
    return new Block(id, role.stage().first() + position, kind, role, lines, lookahead);
  }
}
