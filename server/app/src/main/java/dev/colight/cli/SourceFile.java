package dev.colight.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A document read from disk.
 *
 * @param name as the user gave it
 */
record SourceFile(String name, String uri, String text) {
  /** Reads a file; one that cannot be read as text is the user's mistake. */
  static SourceFile read(Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a directory");
    }
    try {
      String text = decode(file, Files.readAllBytes(file));
      return new SourceFile(file.toString(), file.toUri().toString(), text);
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file " + file);
    } catch (AccessDeniedException e) {
      throw new UsageException(file + " may not be read");
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new UsageException(file + " is too large");
    }
  }

  private static String decode(Path file, byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        throw new UsageException(file + " is not text");
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UsageException(file + " is not text in UTF-8");
    }
  }
}
