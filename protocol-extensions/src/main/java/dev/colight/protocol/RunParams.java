package dev.colight.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run.
 *
 * @param blocks ids, or absent for all
 * @param force whether to run even what has a valid result
 */
public record RunParams(String uri, @Nullable List<String> blocks, @Nullable Boolean force) {}
