package dev.colight.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A frame of a stack trace. Frames of generated code never show.
 *
 * @param function empty for a top-level statement
 * @param uri the document, for a frame in one
 * @param line zero-based line in that document
 * @param location {@code File.java:12}, for a frame outside of documents
 */
public record Frame(
    String function, @Nullable String uri, @Nullable Integer line, @Nullable String location) {}
