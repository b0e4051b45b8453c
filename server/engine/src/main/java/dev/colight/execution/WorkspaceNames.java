package dev.colight.execution;

import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Names that other files than documents declare, wherever these or documents use them. Looks at all
 * these files, which takes its time. Safe for use by several threads.
 */
public interface WorkspaceNames {
  /** Knows of none. */
  WorkspaceNames NONE = new WorkspaceNames() {};

  /** A document that is open, at one moment. */
  record Open(String uri, Scene scene, Assistant assistant) {}

  /** A place in a document, or in another file, in UTF-16 code units. */
  record Place(String uri, Position position) {}

  /**
   * What somebody asks about.
   *
   * @param documents those that are open
   * @param cancelled tells whether nobody waits for the answer any more: then there is none, but a
   *     {@link java.util.concurrent.CancellationException}
   */
  record Asked(Place place, List<Open> documents, BooleanSupplier cancelled) {
    /** Ends the work where nobody waits for it. */
    public void check() {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
    }
  }

  /** A name, and where it stands. */
  record Named(String name, Range range) {}

  /**
   * A place where a name stands.
   *
   * @param definition whether it is declared there
   * @param write whether it gets another value there
   */
  record Use(String uri, Range range, boolean definition, boolean write) {}

  /**
   * Where a name stands that means one thing.
   *
   * @param refusal why that is not said, in words for people, or null
   */
  record Uses(List<Use> all, @Nullable String refusal) {}

  /**
   * What a change of a name comes to.
   *
   * @param edits by URI of the file as it is named before
   * @param moved the files that get another name after that
   * @param refusal why it cannot be, in words for people, or null
   */
  record Renaming(
      Map<String, List<TextEdit>> edits, Map<String, String> moved, @Nullable String refusal) {}

  /**
   * Returns the name at a place; null where that is not declared in other files than documents, or
   * may not get another name. Looks into no more files than it takes to know that.
   */
  default @Nullable Named named(Asked asked) {
    return null;
  }

  /** Returns where what is named at a place is named; null where {@link #named} knows none. */
  default @Nullable Uses uses(Asked asked) {
    return null;
  }

  /**
   * Gives what is named at a place another name, everywhere; null where {@link #named} knows none.
   *
   * @param moves whether files can get other names, too
   */
  default @Nullable Renaming rename(Asked asked, String newName, boolean moves) {
    return null;
  }

  /** Returns the text of a file as it is now, or null where it is not there. */
  default @Nullable String text(String uri) {
    return null;
  }
}
