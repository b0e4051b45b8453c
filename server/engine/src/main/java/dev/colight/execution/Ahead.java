package dev.colight.execution;

import dev.colight.cache.CodeKey;
import java.util.Map;

/**
 * A run that will be asked for next, if the one under way ends as one would expect: it runs to its
 * end, what it declares is immutable and holds no code, and it changes nothing else.
 *
 * @param request what will be asked for, but for its number and its key, which nobody knows before
 *     the other has ended
 * @param unless for each variable that it reads and that the run under way declares, the value
 *     before: where all have the same again, it will not be asked for. Empty where it will be in
 *     any case
 */
public record Ahead(RunRequest request, Map<CodeKey, ValueRef> unless) {}
