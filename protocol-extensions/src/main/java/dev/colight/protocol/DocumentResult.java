package dev.colight.protocol;

import java.util.List;

/** All there is to know about a document at one moment. */
public record DocumentResult(
    String uri, int version, int run, List<BlockInfo> blocks, List<BlockResultParams> results) {}
