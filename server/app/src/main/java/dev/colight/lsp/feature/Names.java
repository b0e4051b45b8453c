package dev.colight.lsp.feature;

import dev.colight.execution.Assistant;
import dev.colight.execution.Assistant.Elsewhere;
import dev.colight.execution.Assistant.Occurrence;
import dev.colight.execution.Assistant.Occurrences;
import dev.colight.lsp.view.Edits;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Tells where names are defined and used, and gives them others. */
public final class Names {
  private Names() {}

  /** Returns where what is named at a place is defined. */
  public static List<Location> definition(Reading reading, Assistant assistant, Position position) {
    List<Location> own = locations(reading, assistant, position, Occurrence::definition);
    Elsewhere other =
        own.isEmpty() ? assistant.elsewhere(reading.document().scene(), position) : null;
    if (other == null) {
      return own;
    }
    return List.of(new Location(other.uri(), Positions.ofFile(other.range())));
  }

  /** Returns where what is named at a place is used. */
  public static List<Location> references(
      Reading reading, Assistant assistant, Position position, boolean definitions) {
    return locations(reading, assistant, position, one -> definitions || !one.definition());
  }

  private static List<Location> locations(
      Reading reading, Assistant assistant, Position position, Predicate<Occurrence> wanted) {
    List<Location> locations = new ArrayList<>();
    for (Occurrence one : occurrences(reading, assistant, position)) {
      if (wanted.test(one)) {
        locations.add(
            new Location(reading.document().uri(), reading.positions().toLsp(one.range())));
      }
    }
    return locations;
  }

  /** Returns the other places of what is named at a place. */
  public static List<DocumentHighlight> highlights(
      Reading reading, Assistant assistant, Position position) {
    List<DocumentHighlight> highlights = new ArrayList<>();
    for (Occurrence one : occurrences(reading, assistant, position)) {
      highlights.add(
          new DocumentHighlight(
              reading.positions().toLsp(one.range()),
              one.write() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read));
    }
    return highlights;
  }

  private static List<Occurrence> occurrences(
      Reading reading, Assistant assistant, Position position) {
    Occurrences found = assistant.occurrences(reading.document().scene(), position);
    return found == null ? List.of() : found.all();
  }

  /** Returns what can be renamed at a place, if anything can. */
  public static Optional<PrepareRenameResult> prepare(
      Reading reading, Assistant assistant, Position position) {
    Occurrences found = assistant.occurrences(reading.document().scene(), position);
    if (found == null || found.all().stream().noneMatch(Occurrence::definition)) {
      return Optional.empty();
    }
    return Optional.of(
        new PrepareRenameResult(reading.positions().toLsp(found.at()), found.name()));
  }

  /** Returns the edits that give what is named at a place another name; an error says why not. */
  public static WorkspaceEdit rename(
      Reading reading, Assistant assistant, Position position, String name) {
    Assistant.Renaming renaming = assistant.rename(reading.document().scene(), position, name);
    if (renaming.refusal() != null) {
      throw Edits.refused(renaming.refusal());
    }
    return new WorkspaceEdit(
        Map.of(reading.document().uri(), Edits.toLsp(reading.positions(), renaming.edits())));
  }
}
