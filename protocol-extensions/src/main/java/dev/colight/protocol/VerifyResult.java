package dev.colight.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is shown for a document is what a clean run shows.
 *
 * @param version LSP version of the text that was compared
 * @param equal whether there are no differences
 * @param differences blocks that show something else, in order
 * @param unclaimed blocks that were not compared, as their present text has no result; null where
 *     there are none
 * @param unfinished blocks that were not compared, as they did not end in time, here, in the clean
 *     run or in both; null where there are none
 * @param message all that in words, for people
 */
public record VerifyResult(
    String uri,
    int version,
    boolean equal,
    List<VerifyDifference> differences,
    @Nullable List<String> unclaimed,
    @Nullable List<String> unfinished,
    String message) {}
