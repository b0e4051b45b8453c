package dev.colight.java.sources;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of sources that are open in an editor: they win over what is on the disk. */
final class Buffers {
  private final Map<Path, String> texts = new ConcurrentHashMap<>();

  void put(Path file, String text) {
    texts.put(file, text);
  }

  void remove(Path file) {
    texts.remove(file);
  }

  @Nullable String text(Path file) {
    return texts.get(file);
  }

  Set<Path> files() {
    return texts.keySet();
  }
}
