package dev.colight.lsp;

import dev.colight.text.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * Lines that somebody types in. Neovim tells at once of the first key after a pause, but then of
 * what is typed within 150 ms at the end of those. A value that came in between would stand beside
 * newer code; so there is none beside these lines before it must have told of all. Safe for use by
 * several threads.
 */
final class UnsettledLines {
  /** How long after a change another may have been made that is yet to be told, with some air. */
  static final int WINDOW_MS = 180;

  private final LongSupplier millis;
  private final Map<String, Lines> byDocument = new HashMap<>();

  /** Lines, both inclusive, and until when they are unsettled. */
  private record Lines(int first, int last, long until) {
    /** Returns the lines after a change, those of the change among them. */
    Lines changed(int start, int end, int newEnd, long newUntil) {
      int moved = newEnd - end;
      int newFirst = first > end ? first + moved : Math.min(first, start);
      int newLast = last > end ? last + moved : last < start ? last : newEnd;
      return new Lines(Math.min(newFirst, start), Math.max(newLast, newEnd), newUntil);
    }
  }

  /**
   * Creates a record that is empty.
   *
   * @param millis a clock that only goes forward
   */
  UnsettledLines(LongSupplier millis) {
    this.millis = millis;
  }

  /** Notes changes of a document that a client tells of. */
  synchronized void changed(String uri, List<TextDocumentContentChangeEvent> changes) {
    long now = millis.getAsLong();
    for (TextDocumentContentChangeEvent change : changes) {
      Lines before = byDocument.get(uri);
      int start = change.getRange() == null ? 0 : change.getRange().getStart().getLine();
      int end =
          change.getRange() == null ? Integer.MAX_VALUE : change.getRange().getEnd().getLine();
      int newEnd = start + (int) change.getText().chars().filter(c -> c == '\n').count();
      Lines after =
          before == null || before.until <= now
              ? new Lines(start, newEnd, now + WINDOW_MS)
              : before.changed(start, end, newEnd, now + WINDOW_MS);
      byDocument.put(uri, after);
    }
  }

  /** Returns whether code at a place of a document may be other code by now, for each place. */
  synchronized Predicate<Range> in(String uri) {
    Lines lines = byDocument.get(uri);
    if (lines == null) {
      return place -> false;
    } else if (lines.until <= millis.getAsLong()) {
      byDocument.remove(uri);
      return place -> false;
    }
    return place -> place.start().line() <= lines.last && place.end().line() >= lines.first;
  }

  synchronized void closed(String uri) {
    byDocument.remove(uri);
  }
}
