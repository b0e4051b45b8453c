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
    return isStream()
        && emission.kind() == next.emission.kind()
        && emission.segment() == next.emission.segment()
        && emission.statement() == next.emission.statement();
  }

  /** Tells whether a later output takes the place of this one. */
  boolean isReplacedBy(Output next) {
    return emission.id() != null && emission.id().equals(next.emission.id());
  }

  /** Tells whether this was written to stdout or stderr. */
  boolean isStream() {
    return emission.kind() == Emission.Kind.STDOUT || emission.kind() == Emission.Kind.STDERR;
  }

  String text() {
    return emission.mime().getOrDefault("text/plain", "");
  }

  /** Returns this piece of a stream with another text. */
  Output with(String text, boolean truncated) {
    return new Output(
        Emission.stream(emission.kind(), emission.segment(), emission.statement(), text, truncated),
        name,
        type);
  }
}
