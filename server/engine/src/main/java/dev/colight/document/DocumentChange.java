package dev.colight.document;

import java.util.List;

/**
 * What an edit did to the blocks of a document.
 *
 * @param after the document after it
 * @param removed blocks that are gone, as they were
 * @param changed blocks that are new, have another text or another {@link Block#order}, as they are
 * @param relabelled whether all blocks have another order
 */
public record DocumentChange(
    Document after, List<Block> removed, List<Block> changed, boolean relabelled) {}
