package dev.colight.protocol;

import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a place to be shown in the editor; columns count UTF-16 code units.
 *
 * @param block the id of the block from whose first line the lines are counted, as blocks move
 *     without pages hearing of it; null where they are the document's
 */
public record RevealParams(String uri, Range range, @Nullable String block) {}
