package dev.colight.java.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells what has been written while it was read: nobody knows then which text was seen. What files
 * are like once all is read says nothing about that.
 */
public final class Written {
  private Written() {}

  /** Returns the files that have been written since, as far as the file system says so. */
  public static Set<Path> since(Instant begun, Collection<Path> files) {
    Instant now = Instant.now();
    Set<Path> written = new TreeSet<>();
    for (Path file : files) {
      try {
        Instant time = Files.getLastModifiedTime(file).toInstant();
        // Some files are of a time to come, and would be so again and again.
        if (!time.isBefore(begun) && !time.isAfter(now)) {
          written.add(file);
        }
      } catch (IOException e) {
        // It is not there: one that has gone meanwhile was not read to the end, either way.
      }
    }
    return written;
  }
}
