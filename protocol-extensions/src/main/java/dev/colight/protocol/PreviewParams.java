package dev.colight.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the page.
 *
 * @param uri document that it shows at first
 */
public record PreviewParams(@Nullable String uri) {}
