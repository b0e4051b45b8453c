package dev.colight.cli;

import dev.colight.java.split.JavaFile;
import dev.colight.web.TextFile;
import dev.colight.web.UnreadableException;
import java.nio.file.Path;

/**
 * A document read from disk.
 *
 * @param name as the user gave it
 */
record SourceFile(String name, String uri, String text) {
  /** Reads a file; one that cannot be read as text, or run, is the user's mistake. */
  static SourceFile read(Path file) {
    try {
      String uri = file.toUri().toString();
      String text = TextFile.read(file);
      if (JavaFile.isNamed(uri) && !JavaFile.isProgram(text)) {
        throw new UsageException(file + " has no main method: there is nothing to run");
      }
      return new SourceFile(file.toString(), uri, text);
    } catch (UnreadableException e) {
      throw new UsageException(e.reason());
    }
  }
}
