package dev.colight.protocol;

import java.util.List;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * Why a block has no result.
 *
 * @param message for people
 * @param type class of the exception, where one was thrown
 * @param range place in the document
 * @param trace innermost frame first
 */
public record BlockError(
    String message,
    @Nullable String type,
    @Nullable Range range,
    List<Frame> trace,
    @Nullable BlockError cause) {}
