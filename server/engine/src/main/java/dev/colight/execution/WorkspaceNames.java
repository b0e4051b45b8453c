package dev.colight.execution;

import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.util.List;
import java.util.Map;
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
   * A place where a name stands.
   *
   * @param definition whether it is declared there
   * @param write whether it gets another value there
   */
  record Use(String uri, Range range, boolean definition, boolean write) {}

  /**
   * A name, and where else what it means is named.
   *
   * @param at where the one is that was asked about
   */
  record Uses(String name, Range at, List<Use> all) {}

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
   * Returns where what is named at a place is named; null where that is not declared in other files
   * than documents, or may not get another name.
   *
   * @param documents those that are open
   */
  default @Nullable Uses uses(Place place, List<Open> documents) {
    return null;
  }

  /**
   * Gives what is named at a place another name, everywhere; null where {@link #uses} knows none.
   *
   * @param moves whether files can get other names, too
   */
  default @Nullable Renaming rename(
      Place place, List<Open> documents, String newName, boolean moves) {
    return null;
  }

  /** Returns the text of a file as it is now, or null where it is not there. */
  default @Nullable String text(String uri) {
    return null;
  }
}
