package dev.colight.execution;

import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a language knows to tell people while they type. Answers from one moment of a document, and
 * never runs any of it. Total: of broken text, it tells what there is to tell. Safe for use by
 * several threads, which may wait for each other.
 */
public interface Assistant {
  /** Knows nothing. */
  Assistant NONE = new Assistant() {};

  /** Kinds of things that code names. */
  enum Kind {
    KEYWORD,
    DIRECTIVE,
    PACKAGE,
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    TYPE_PARAMETER,
    VARIABLE,
    PARAMETER,
    FIELD,
    CONSTANT,
    METHOD,
    CONSTRUCTOR
  }

  /**
   * Something that may stand at a place.
   *
   * @param label its name
   * @param parameters what follows the name, such as {@code (int index)}, or empty
   * @param detail its type, or the package of a type
   * @param insert what to write in place of {@link Completions#replaced}
   * @param snippet the same with placeholders in the syntax of LSP, or null where it has none
   * @param rank the less, the likelier it is meant
   * @param edits what else to change, such as an import to add
   * @param origin what {@link #document} finds its documentation by, or null
   */
  record Proposal(
      String label,
      Kind kind,
      String parameters,
      String detail,
      String insert,
      @Nullable String snippet,
      int rank,
      boolean deprecated,
      List<TextEdit> edits,
      @Nullable String origin) {}

  /**
   * What may stand at a place.
   *
   * @param replaced what is there of it already
   * @param incomplete whether there is more that further letters would bring up
   */
  record Completions(Range replaced, List<Proposal> proposals, boolean incomplete) {}

  /**
   * A method that may be meant by a call.
   *
   * @param label all of it, such as {@code get(int index) : E}
   * @param parameters where each parameter stands in the label: start and end
   */
  record Signature(String label, List<Span> parameters, @Nullable String origin) {}

  /** A part of a text, its end exclusive. */
  record Span(int start, int end) {}

  /**
   * The methods that a call may mean.
   *
   * @param active the likeliest
   * @param parameter number of the argument in which the place is
   */
  record Signatures(List<Signature> signatures, int active, int parameter) {}

  /**
   * What a name means.
   *
   * @param range the name
   * @param code its declaration, on one line
   */
  record Description(Range range, String code, @Nullable String origin) {}

  /**
   * A place where a name stands.
   *
   * @param definition whether it is defined there
   * @param write whether it gets another value there
   */
  record Occurrence(Range range, boolean definition, boolean write) {}

  /**
   * What a name of the document means, and where else it does.
   *
   * @param name the name
   * @param at the occurrence that was asked about
   * @param all all occurrences, in order
   */
  record Occurrences(String name, Range at, List<Occurrence> all) {}

  /** A place in another file, in UTF-16 code units. */
  record Elsewhere(String uri, Range range) {}

  /**
   * What a change of a name comes to.
   *
   * @param refusal why it cannot be, in words for people, or null
   */
  record Renaming(List<TextEdit> edits, @Nullable String refusal) {}

  /**
   * A change that mends something.
   *
   * @param problem the range of what is mended
   * @param preferred whether it is the one that is likely meant
   */
  record Fix(String title, Range problem, List<TextEdit> edits, boolean preferred) {}

  /** What is wrong at a place, as it was told. */
  record Complaint(Range range, String message) {}

  /** A stretch of text within one line, and what it is. */
  record Mark(Range range, Kind kind, boolean declaration, boolean isStatic, boolean deprecated) {}

  /**
   * How lines are indented.
   *
   * @param width the columns of one level
   * @param tabs whether with tabs
   */
  record Indent(int width, boolean tabs) {}

  /** Returns what may stand at a place, likeliest first; null where nothing is to be proposed. */
  default @Nullable Completions complete(Scene scene, Position position) {
    return null;
  }

  /** Returns where another file defines what is named at a place; null where none does. */
  default @Nullable Elsewhere elsewhere(Scene scene, Position position) {
    return null;
  }

  /** Returns the documentation of something in Markdown, or null. */
  default @Nullable String document(String origin) {
    return null;
  }

  /** Returns the methods that the call around a place may mean, or null where there is none. */
  default @Nullable Signatures signatures(Scene scene, Position position) {
    return null;
  }

  /** Returns what the name at a place means, or null. */
  default @Nullable Description describe(Scene scene, Position position) {
    return null;
  }

  /** Returns where what is named at a place is defined and used, or null where it is not here. */
  default @Nullable Occurrences occurrences(Scene scene, Position position) {
    return null;
  }

  /** Gives what is named at a place another name. */
  default Renaming rename(Scene scene, Position position, String name) {
    return new Renaming(List.of(), "There is nothing to rename here.");
  }

  /** Returns what could be done about something that is wrong. */
  default List<Fix> fixes(Scene scene, Complaint complaint) {
    return List.of();
  }

  /** Returns what the names between two lines are, both inclusive, in order. */
  default List<Mark> marks(Scene scene, int firstLine, int lastLine) {
    return List.of();
  }

  /** Returns how some lines are laid out, both inclusive; nothing else about them changes. */
  default List<TextEdit> format(Scene scene, int firstLine, int lastLine, Indent indent) {
    return List.of();
  }
}
