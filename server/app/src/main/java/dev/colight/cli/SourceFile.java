package dev.colight.cli;

import dev.colight.web.TextFile;
import dev.colight.web.UnreadableException;
import java.nio.file.Path;

/**
 * A document read from disk.
 *
 * @param name as the user gave it
 */
record SourceFile(String name, String uri, String text) {
  /** Reads a file; one that cannot be read as text is the user's mistake. */
  static SourceFile read(Path file) {
    try {
      return new SourceFile(file.toString(), file.toUri().toString(), TextFile.read(file));
    } catch (UnreadableException e) {
      throw new UsageException(e.reason());
    }
  }
}
