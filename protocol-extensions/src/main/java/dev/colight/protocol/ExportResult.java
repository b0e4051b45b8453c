package dev.colight.protocol;

/** A document in another format. */
public record ExportResult(String content) {}
