package dev.colight.protocol;

/**
 * Where the page is.
 *
 * @param url with a token that is good once
 */
public record PreviewResult(String url) {}
