package dev.colight.graph;

import java.util.List;
import java.util.Set;

/**
 * What a block is made of; depends on the block's own lines only.
 *
 * @param units in the order of the text; all imports, types and methods of a block can be seen in
 *     the whole block
 * @param pragmas words after {@code // |}, such as {@code hide-code}
 */
public record BlockAnalysis(List<Unit> units, Set<String> pragmas) {}
