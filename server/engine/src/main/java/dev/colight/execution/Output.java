package dev.colight.execution;

import dev.colight.execution.KernelEvent.Emission;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output of a block with what the compiler knows of it.
 *
 * @param name the variable that the statement declares, or null
 * @param type static type of a value, or null
 */
public record Output(Emission emission, @Nullable String name, @Nullable String type) {
  /** Tells whether another piece of the same stream, by the same statement, goes on with this. */
  boolean continues(Output next) {
    Emission.Kind kind = emission.kind();
    return (kind == Emission.Kind.STDOUT || kind == Emission.Kind.STDERR)
        && kind == next.emission.kind()
        && emission.segment() == next.emission.segment()
        && emission.statement() == next.emission.statement();
  }

  /** Returns this piece of a stream with the next one appended. */
  Output plus(Output next) {
    String text =
        emission.mime().getOrDefault("text/plain", "")
            + next.emission.mime().getOrDefault("text/plain", "");
    return new Output(
        new Emission(
            emission.kind(),
            emission.segment(),
            emission.statement(),
            Map.of("text/plain", text),
            emission.truncated() || next.emission.truncated()),
        name,
        type);
  }
}
