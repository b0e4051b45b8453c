package dev.colight.graph;

import java.util.Set;

/**
 * A type declaration. All of it is its interface: whoever uses the type is compiled against it.
 *
 * @param uses free names of the whole declaration
 * @param supertypes simple names of the types that it extends or implements directly
 * @param open whether it is sealed and does not say what it permits: all direct subtypes in the
 *     document
 */
public record TypeUnit(
    Name name, String text, Set<Name> uses, Set<Name> supertypes, boolean open, Code code)
    implements Unit {}
