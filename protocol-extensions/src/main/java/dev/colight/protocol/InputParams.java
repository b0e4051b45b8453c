package dev.colight.protocol;

/**
 * An input was moved.
 *
 * @param block id of the block that shows it
 * @param name its name, unique in the block
 * @param value what it stands at now, in the notation of its kind
 */
public record InputParams(String uri, String block, String name, String value) {}
