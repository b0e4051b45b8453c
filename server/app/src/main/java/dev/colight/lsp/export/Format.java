package dev.colight.lsp.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format to export to. */
public enum Format {
  HTML,
  MARKDOWN,
  IPYNB;

  /** Returns the format of a name. */
  public static Optional<Format> of(String name) {
    return Arrays.stream(values()).filter(format -> format.id().equals(name)).findFirst();
  }

  /** Returns the names of all formats. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Format::id).toList();
  }

  /** Returns its name. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
