package dev.colight.cache;

/**
 * Names the state of a variable. Equal versions, equal state: for an immutable value the digest of
 * the value, for anything else that of the run which defined or assigned it.
 */
public record Version(Digest digest) {}
