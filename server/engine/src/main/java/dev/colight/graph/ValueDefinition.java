package dev.colight.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A top-level variable.
 *
 * @param name its name, in {@link Namespace#VALUE}
 * @param typeText canonical text of its declared type, or null where the compiler infers it
 * @param typeUses names in the declared type
 * @param statement number of the statement that declares it
 */
public record ValueDefinition(
    Name name, @Nullable String typeText, Set<Name> typeUses, int statement) {}
