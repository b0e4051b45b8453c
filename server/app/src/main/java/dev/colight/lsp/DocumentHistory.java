package dev.colight.lsp;

import dev.colight.text.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of a document, so that one that comes late can be put where it belongs. Changes
 * have to come in the order of their versions; Helix (25.01) sends them in another when keys are
 * struck fast, and the text would be wrong from then on.
 */
final class DocumentHistory {
  private static final int MAX = 16;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** A change, and the text before it. */
  private record Entry(int version, Text before, List<TextDocumentContentChangeEvent> changes) {}

  /** Begins with a document as it was opened. */
  DocumentHistory(int version, Text text) {
    entries.add(new Entry(version, text, List.of()));
  }

  /** Notes a change that has been applied. */
  void add(int version, Text before, List<TextDocumentContentChangeEvent> changes) {
    if (entries.size() == MAX) {
      entries.removeFirst();
    }
    entries.addLast(new Entry(version, before, changes));
  }

  /**
   * Tells whether a change is the last one, told again. VS Code's client does that for what it
   * synchronises by itself and was asked for as well, as it may be for Java files.
   */
  boolean isLast(int version, List<TextDocumentContentChangeEvent> changes) {
    Entry last = entries.peekLast();
    return last != null && last.version == version && last.changes.equals(changes);
  }

  /**
   * Puts a change where its version belongs, and applies those after it anew; returns the text, or
   * null where the change is not late or too late.
   *
   * @param apply applies changes to a text
   */
  @Nullable Text insert(
      int version,
      List<TextDocumentContentChangeEvent> changes,
      BiFunction<Text, List<TextDocumentContentChangeEvent>, Text> apply) {
    boolean known = entries.stream().anyMatch(entry -> entry.version == version);
    boolean late = !entries.isEmpty() && entries.getLast().version > version;
    if (known || !late || entries.getFirst().version > version) {
      return null;
    }
    Deque<Entry> after = new ArrayDeque<>();
    while (entries.getLast().version > version) {
      after.addFirst(entries.removeLast());
    }
    Text text = after.getFirst().before;
    after.addFirst(new Entry(version, text, changes));
    for (Entry entry : after) {
      entries.addLast(new Entry(entry.version, text, entry.changes));
      text = apply.apply(text, entry.changes);
    }
    return text;
  }
}
