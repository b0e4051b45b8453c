package dev.colight.protocol;

/** There are other documents than before. */
public record FilesChangedParams() {}
