package dev.colight.display;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for {@code java.lang.IO} in compact source files, where the JDK that runs them is older
 * than that (it came with JDK 25).
 */
public final class IO {
  private IO() {}

  /** Writes a value, and ends the line. */
  public static void println(@Nullable Object value) {
    System.out.println(value);
  }

  /** Ends the line. */
  public static void println() {
    System.out.println();
  }

  /** Writes a value. */
  public static void print(@Nullable Object value) {
    System.out.print(value);
    System.out.flush();
  }

  /** Reads a line; null at the end of the input. */
  public static @Nullable String readln() {
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int next = System.in.read();
      if (next < 0) {
        return null;
      }
      while (next >= 0 && next != '\n') {
        line.write(next);
        next = System.in.read();
      }
      String text = line.toString(Charset.defaultCharset());
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a prompt, and reads a line. */
  public static @Nullable String readln(String prompt) {
    print(prompt);
    return readln();
  }
}
