package dev.colight.graph;

import java.util.Set;

/**
 * A type declaration. All of it is its interface: whoever uses the type is compiled against it.
 *
 * @param uses free names of the whole declaration
 */
public record TypeUnit(Name name, String text, Set<Name> uses, Code code) implements Unit {}
