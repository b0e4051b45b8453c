package dev.colight.execution;

import dev.colight.cache.Digest;
import dev.colight.graph.SourceState;
import java.util.Set;

/**
 * What some code was compiled against that changes while other files are edited.
 *
 * @param lasting its key, but for that
 * @param sources what those files were
 */
record Footing(Digest lasting, Set<SourceState> sources) {}
