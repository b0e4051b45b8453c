package dev.colight.protocol;

/** Asks which documents there are. */
public record FilesParams() {}
