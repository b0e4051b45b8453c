package dev.colight.workspace;

import dev.colight.graph.Problem.Severity;
import dev.colight.text.Range;

/** A compiler's message at a place in a block, lines relative to the block's first line. */
public record ProblemView(Severity severity, String message, Range range) {}
