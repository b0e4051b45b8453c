package dev.colight.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Asks for parts of a value that was shown.
 *
 * @param ref what {@code expandable} said, of an output or of a part
 * @param offset the first part, or absent for the very first
 * @param limit how many at most, or absent for as many as fit
 */
public record ExpandParams(
    String uri, String ref, @Nullable Integer offset, @Nullable Integer limit) {}
