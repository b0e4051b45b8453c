package dev.colight.protocol;

/**
 * A document that a page can watch.
 *
 * @param path in the root, its parts separated by slashes
 */
public record ServedFile(String path, String uri) {}
