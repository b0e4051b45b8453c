package dev.colight.java.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of sources that are open in an editor: they win over what is on the disk. */
public final class Buffers {
  private final Map<Path, String> texts = new ConcurrentHashMap<>();

  void put(Path file, String text) {
    texts.put(file, text);
  }

  void remove(Path file) {
    texts.remove(file);
  }

  /** Returns these with other texts, which nobody has open. */
  Buffers with(Map<Path, String> others) {
    Buffers all = new Buffers();
    all.texts.putAll(texts);
    all.texts.putAll(others);
    return all;
  }

  /**
   * Returns what a file holds, on the disk where no editor has it open; null where it is not there.
   */
  public @Nullable String current(Path file) {
    String open = texts.get(file);
    try {
      return open != null || !Files.isRegularFile(file)
          ? open
          : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }

  @Nullable String text(Path file) {
    return texts.get(file);
  }

  Set<Path> files() {
    return texts.keySet();
  }
}
