package dev.colight.graph;

import dev.colight.text.Range;

/**
 * What is wrong in a file beside documents, such as the description of a project.
 *
 * @param message for people
 */
public record FileProblem(String uri, Range range, Problem.Severity severity, String message) {}
