package dev.colight.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the command line says of itself. */
final class Usage {
  private static final String UNPACKAGED = "development";

  private Usage() {}

  /** Returns the version that the build gave the jar. */
  static String version() {
    String version = Usage.class.getPackage().getImplementationVersion();
    return version == null ? UNPACKAGED : version;
  }

  /** Returns how to use it: a file, which the launcher prints as well. */
  static String text() {
    try (InputStream in = Usage.class.getResourceAsStream("usage.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks usage.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
