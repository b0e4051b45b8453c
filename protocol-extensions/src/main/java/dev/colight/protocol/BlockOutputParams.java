package dev.colight.protocol;

/**
 * A running block has written or shown something; its result holds it all again.
 *
 * @param block id of the block
 * @param sequence counts from 0 in the block's run
 */
public record BlockOutputParams(String uri, int run, String block, Output output, int sequence) {}
