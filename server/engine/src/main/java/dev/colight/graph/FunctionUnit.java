package dev.colight.graph;

import java.util.Set;

/**
 * A method declaration.
 *
 * @param name its name, in {@link Namespace#FUNCTION}
 * @param signature what tells overloads apart: erased parameter types as written, such as {@code
 *     (int,String[])}. A definition of the same name and signature replaces this one; of another
 *     signature, it stands beside it.
 * @param interfaceText canonical text of what callers are compiled against: type parameters, return
 *     type, name, parameters and {@code throws}, without modifiers
 * @param interfaceUses free names of that
 * @param text canonical text of all of it
 * @param uses free names of all of it
 */
public record FunctionUnit(
    Name name,
    String signature,
    String interfaceText,
    Set<Name> interfaceUses,
    String text,
    Set<Name> uses,
    Code code)
    implements Unit {}
