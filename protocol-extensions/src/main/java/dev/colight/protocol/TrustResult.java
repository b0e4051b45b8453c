package dev.colight.protocol;

/**
 * Whether a document may run now.
 *
 * @param message what has become of it, for people
 */
public record TrustResult(boolean trusted, String message) {}
