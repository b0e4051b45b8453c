package dev.colight.java.compile;

import dev.colight.graph.Problem;
import dev.colight.text.Range;

/**
 * What the compiler says of a file of the workspace.
 *
 * @param range where, in lines of the file
 */
public record SourceProblem(Problem.Severity severity, String message, Range range) {}
