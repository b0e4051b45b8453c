package dev.colight.execution;

import dev.colight.execution.KernelEvent.Emission;
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

  /** Tells whether a later output takes the place of this one. */
  boolean isReplacedBy(Output next) {
    return emission.id() != null && emission.id().equals(next.emission.id());
  }

  /** Returns this piece of a stream with the next one appended. */
  Output plus(Output next) {
    String text =
        emission.mime().getOrDefault("text/plain", "")
            + next.emission.mime().getOrDefault("text/plain", "");
    return new Output(
        Emission.stream(
            emission.kind(),
            emission.segment(),
            emission.statement(),
            text,
            emission.truncated() || next.emission.truncated()),
        name,
        type);
  }
}
