package dev.colight.lsp.view;

import dev.colight.execution.Assistant;
import dev.colight.java.split.JavaFile;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;

/** What a handler reads: one snapshot, and how this client wants to see it. */
public record Reading(DocumentSnapshot document, Settings settings, Encoding encoding) {
  /** Returns the conversion between this client's positions and the snapshot's. */
  public Positions positions() {
    return new Positions(document.text(), encoding);
  }

  /** Returns who helps with editing the document. */
  public Assistant assistant() {
    return JavaFile.isNamed(document.uri()) ? Assistant.NONE : document.assistant();
  }

  /**
   * Returns the absolute range of one that is relative to a block. What is shown for a block may be
   * of an older text, so it is kept within the block as it is now.
   */
  public Range absolute(BlockView block, Range relative) {
    Range moved = relative.plusLines(block.range().start().line());
    return new Range(within(block, moved.start()), within(block, moved.end()));
  }

  private Position within(BlockView block, Position position) {
    Position last = block.range().end();
    return document.text().clamp(position.compareTo(last) > 0 ? last : position);
  }
}
