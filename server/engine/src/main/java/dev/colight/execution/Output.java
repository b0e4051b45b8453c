package dev.colight.execution;

import dev.colight.execution.KernelEvent.Emission;
import org.jspecify.annotations.Nullable;

/**
 * An output of a block with what the compiler knows of it.
 *
 * @param name the variable that the statement declares, or null
 * @param type static type of a value, or null
 */
public record Output(Emission emission, @Nullable String name, @Nullable String type) {}
