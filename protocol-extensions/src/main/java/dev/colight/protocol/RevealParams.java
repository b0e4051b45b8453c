package dev.colight.protocol;

import org.eclipse.lsp4j.Range;

/** Asks for a place to be shown in the editor; columns count UTF-16 code units. */
public record RevealParams(String uri, Range range) {}
