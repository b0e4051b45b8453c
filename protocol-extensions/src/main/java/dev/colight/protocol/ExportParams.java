package dev.colight.protocol;

/**
 * Asks for a document in another format.
 *
 * @param format {@code html}, {@code markdown} or {@code ipynb}
 */
public record ExportParams(String uri, String format) {}
