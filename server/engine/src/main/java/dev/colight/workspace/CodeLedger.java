package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Knows what code was compiled for a document, and says what of it to forget: nothing that the
 * document needs, and of the rest the least recently used first. Some is kept for undo. Owned by
 * the event thread.
 */
final class CodeLedger {
  /** Compiled units of older text that stay. */
  static final int KEPT = 1_000;

  /** Units compiled between two looks at what is needed, which take time in a large document. */
  static final int SLACK = 1_000;

  /** From the least to the most recently used, as far as known. */
  private final Set<CodeKey> keys = new LinkedHashSet<>();

  private int compiled;

  /** Notes that code was compiled. */
  void add(CodeKey key) {
    keys.remove(key);
    keys.add(key);
    compiled++;
  }

  /** Returns all keys that are not forgotten. */
  List<CodeKey> all() {
    return List.copyOf(keys);
  }

  /** Tells whether enough was compiled since the last time to look what can be forgotten. */
  boolean isDue() {
    return compiled >= SLACK;
  }

  /** Forgets keys and returns them. */
  List<CodeKey> forget(Supplier<Set<CodeKey>> needed) {
    return forget(needed.get(), KEPT);
  }

  /** Forgets all keys that are not needed and returns them. */
  List<CodeKey> forgetAll(Set<CodeKey> live) {
    return forget(live, 0);
  }

  private List<CodeKey> forget(Set<CodeKey> live, int most) {
    compiled = 0;
    List<CodeKey> used = keys.stream().filter(live::contains).toList();
    used.forEach(keys::remove);
    List<CodeKey> forgotten = new ArrayList<>();
    for (Iterator<CodeKey> oldest = keys.iterator(); keys.size() > most; ) {
      forgotten.add(oldest.next());
      oldest.remove();
    }
    keys.addAll(used);
    return forgotten;
  }
}
