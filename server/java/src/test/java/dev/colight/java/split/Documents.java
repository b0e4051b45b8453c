package dev.colight.java.split;

import dev.colight.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Documents to split: in good style, in loose style, and with much that is broken. */
final class Documents {
  static final List<String> NAMES =
      List.of("orders.jsh", "shapes.jsh", "loose.jsh", "notebook.jsh");

  private Documents() {}

  static Text read(String name) {
    return Text.of(readString(name));
  }

  static String readString(String name) {
    try (InputStream in = Documents.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
