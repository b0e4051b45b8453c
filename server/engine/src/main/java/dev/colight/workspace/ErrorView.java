package dev.colight.workspace;

import dev.colight.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a block has no result.
 *
 * @param message for people, one sentence
 * @param type class of the exception, where one was thrown
 * @param range where in the block, lines relative to its first line
 * @param trace frames, innermost first
 */
public record ErrorView(
    String message,
    @Nullable String type,
    @Nullable Range range,
    List<FrameView> trace,
    @Nullable ErrorView cause) {
  /**
   * A frame of a stack trace.
   *
   * @param line zero-based line in the document, or null outside it
   * @param location {@code File.java:12} outside the document
   */
  public record FrameView(String function, @Nullable Integer line, @Nullable String location) {}
}
