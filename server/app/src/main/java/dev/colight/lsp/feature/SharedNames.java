package dev.colight.lsp.feature;

import dev.colight.execution.WorkspaceNames;
import dev.colight.execution.WorkspaceNames.Asked;
import dev.colight.execution.WorkspaceNames.Named;
import dev.colight.execution.WorkspaceNames.Open;
import dev.colight.execution.WorkspaceNames.Place;
import dev.colight.execution.WorkspaceNames.Renaming;
import dev.colight.execution.WorkspaceNames.Use;
import dev.colight.execution.WorkspaceNames.Uses;
import dev.colight.lsp.view.EditingSupport;
import dev.colight.lsp.view.Edits;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.text.Text;
import dev.colight.workspace.DocumentSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * Tells where names are used that sources of the workspace declare, and gives them others.
 *
 * @param documents those that are open
 * @param sources versions of the other files that the client has open
 * @param editing what the client can do
 * @param cancelled tells whether nobody waits for the answer any more
 */
public record SharedNames(
    WorkspaceNames names,
    List<DocumentSnapshot> documents,
    Map<String, Integer> sources,
    Encoding encoding,
    EditingSupport editing,
    BooleanSupplier cancelled) {

  /** Returns where what is named at a place is used; null where it is not a source's. */
  public @Nullable List<Location> locations(
      String uri, org.eclipse.lsp4j.Position position, Predicate<Use> wanted) {
    Map<String, Positions> positions = new HashMap<>();
    Uses found = names.uses(asked(uri, position, positions));
    if (found == null) {
      return null;
    }
    if (found.refusal() != null) {
      throw Edits.refused(found.refusal());
    }
    List<Location> locations = new ArrayList<>();
    for (Use use : found.all()) {
      if (wanted.test(use)) {
        locations.add(new Location(use.uri(), at(use.uri(), positions).toLsp(use.range())));
      }
    }
    return locations;
  }

  /** Returns what can be renamed at a place; null where that is not a source's. */
  public @Nullable PrepareRenameResult prepare(String uri, org.eclipse.lsp4j.Position position) {
    Map<String, Positions> positions = new HashMap<>();
    Named found = names.named(asked(uri, position, positions));
    return found == null
        ? null
        : new PrepareRenameResult(at(uri, positions).toLsp(found.range()), found.name());
  }

  /** Returns the edits that give something another name; null where that is not a source's. */
  public @Nullable WorkspaceEdit rename(
      String uri, org.eclipse.lsp4j.Position position, String newName) {
    Map<String, Positions> positions = new HashMap<>();
    Renaming renaming =
        names.rename(asked(uri, position, positions), newName, editing.fileRenames());
    if (renaming == null) {
      return null;
    }
    if (renaming.refusal() != null) {
      throw Edits.refused(renaming.refusal());
    }
    if (!editing.documentChanges()) {
      Map<String, List<TextEdit>> changes = new HashMap<>();
      renaming
          .edits()
          .forEach((file, edits) -> changes.put(file, Edits.toLsp(at(file, positions), edits)));
      return new WorkspaceEdit(changes);
    }
    List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
    renaming
        .edits()
        .forEach(
            (file, edits) ->
                changes.add(
                    Either.forLeft(
                        new TextDocumentEdit(
                            new VersionedTextDocumentIdentifier(file, version(file)),
                            Edits.toLsp(at(file, positions), edits).stream()
                                .map(Either::<TextEdit, SnippetTextEdit>forLeft)
                                .toList()))));
    renaming.moved().forEach((from, to) -> changes.add(Either.forRight(new RenameFile(from, to))));
    return new WorkspaceEdit(changes);
  }

  private List<Open> open() {
    return documents.stream()
        .filter(DocumentSnapshot::trusted)
        .map(document -> new Open(document.uri(), document.scene(), document.assistant()))
        .toList();
  }

  private Asked asked(
      String uri, org.eclipse.lsp4j.Position position, Map<String, Positions> positions) {
    Place place = new Place(uri, at(uri, positions).fromLsp(position));
    return new Asked(place, open(), cancelled);
  }

  private Positions at(String uri, Map<String, Positions> positions) {
    return positions.computeIfAbsent(uri, file -> new Positions(text(file), encoding));
  }

  private Text text(String uri) {
    for (DocumentSnapshot document : documents) {
      if (document.uri().equals(uri)) {
        return document.text();
      }
    }
    String text = names.text(uri);
    return Text.of(text == null ? "" : text);
  }

  private @Nullable Integer version(String uri) {
    for (DocumentSnapshot document : documents) {
      if (document.uri().equals(uri)) {
        return document.version();
      }
    }
    return sources.get(uri);
  }
}
