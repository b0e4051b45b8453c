package dev.colight.protocol;

/** Names a document. */
public record DocumentParams(String uri) {}
