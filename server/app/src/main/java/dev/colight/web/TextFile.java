package dev.colight.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads documents from disk. */
public final class TextFile {
  private TextFile() {}

  /** Returns the text of a file, without the mark of its byte order. */
  public static String read(Path file) throws UnreadableException {
    if (Files.isDirectory(file)) {
      throw new UnreadableException(file + " is a directory");
    }
    try {
      return decode(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new UnreadableException("there is no file " + file);
    } catch (AccessDeniedException e) {
      throw new UnreadableException(file + " may not be read");
    } catch (IOException e) {
      throw new UnreadableException(file + " cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new UnreadableException(file + " is too large");
    }
  }

  private static String decode(Path file, byte[] bytes) throws UnreadableException {
    for (byte b : bytes) {
      if (b == 0) {
        throw new UnreadableException(file + " is not text");
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableException(file + " is not text in UTF-8");
    }
  }
}
