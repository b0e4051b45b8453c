package dev.colight.protocol;

/** What the server says of itself in {@code capabilities.experimental.colight}. */
public record ServerOptions(int protocol) {}
