package dev.colight.protocol;

import java.util.List;

/**
 * The documents that a page can watch.
 *
 * @param root what they are in, for people
 * @param truncated whether there are more
 */
public record FilesResult(String root, List<ServedFile> files, boolean truncated) {}
