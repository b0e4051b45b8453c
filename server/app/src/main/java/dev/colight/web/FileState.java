package dev.colight.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a file without reading it.
 *
 * @param key names the file itself, whatever its path, where the system has such a thing
 */
record FileState(long size, FileTime modified, @Nullable Object key) {
  private static final FileState NONE = new FileState(-1, FileTime.fromMillis(0), null);

  /** Returns the state of a file, which may be missing. */
  static FileState of(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? new FileState(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey())
          : NONE;
    } catch (IOException e) {
      return NONE;
    }
  }

  /** Tells whether there is a file. */
  boolean exists() {
    return size >= 0;
  }
}
