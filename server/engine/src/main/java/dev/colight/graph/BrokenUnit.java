package dev.colight.graph;

import java.util.List;
import java.util.Set;

/**
 * Code that does not parse.
 *
 * @param names what it seems to define, judged by its first tokens: a dependent is told that this
 *     definition is broken rather than that there is none
 * @param problems at least one error
 */
public record BrokenUnit(String text, Set<Name> names, List<Problem> problems, Code code)
    implements Unit {}
