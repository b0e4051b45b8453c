package dev.colight.lsp;

import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/**
 * Follows the documents that a client has open. Used by the reading thread alone, so that edits go
 * to the workspace in the order in which they came.
 */
final class DocumentSync {
  private static final Logger LOG = Logger.getLogger(DocumentSync.class.getName());
  private static final Range EVERYTHING = Range.of(0, 0, Integer.MAX_VALUE, 0);

  private final LiveDocuments documents;
  private final Encoding encoding;
  private final Map<String, Opened> opened = new HashMap<>();

  /** Sources that documents may use, as the client has them. */
  private final Map<String, Text> sources = new HashMap<>();

  DocumentSync(LiveDocuments documents, Encoding encoding) {
    this.documents = documents;
    this.encoding = encoding;
  }

  /** An open document; the text is as the client has it. */
  private record Opened(int version, Text text, DocumentHistory history) {}

  void open(TextDocumentItem item) {
    if (!isLive(item)) {
      sources.put(item.getUri(), Text.of(item.getText()));
      documents.otherFiles().edited(item.getUri(), item.getText());
      return;
    }
    Text text = Text.of(item.getText());
    DocumentHistory history = new DocumentHistory(item.getVersion(), text);
    opened.put(item.getUri(), new Opened(item.getVersion(), text, history));
    documents.watch(item.getUri(), this);
    documents.open(item.getUri(), item.getVersion(), item.getText());
  }

  void change(
      VersionedTextDocumentIdentifier document, List<TextDocumentContentChangeEvent> changes) {
    Text source = sources.get(document.getUri());
    if (source != null) {
      Text edited = apply(source, changes);
      sources.put(document.getUri(), edited);
      documents.otherFiles().edited(document.getUri(), edited.toString());
      return;
    }
    Opened before = opened.get(document.getUri());
    if (before == null) {
      LOG.warning(() -> "ignored a change of " + document.getUri() + ", which is not open");
      return;
    }
    int version = document.getVersion() == null ? before.version + 1 : document.getVersion();
    Text repaired = before.history.insert(version, changes, this::apply);
    if (repaired != null) {
      LOG.info(() -> "version " + version + " came late, and is put where it belongs");
      opened.put(document.getUri(), new Opened(before.version, repaired, before.history));
      TextEdit all = new TextEdit(EVERYTHING, repaired.toString());
      documents.change(document.getUri(), before.version, List.of(all));
      return;
    }
    before.history.add(version, before.text, changes);
    Text text = before.text;
    List<TextEdit> edits = new ArrayList<>();
    for (TextDocumentContentChangeEvent change : changes) {
      TextEdit edit = edit(change, text);
      edits.add(edit);
      text = text.apply(edit);
    }
    opened.put(document.getUri(), new Opened(version, text, before.history));
    documents.change(document.getUri(), version, edits);
  }

  private Text apply(Text before, List<TextDocumentContentChangeEvent> changes) {
    Text text = before;
    for (TextDocumentContentChangeEvent change : changes) {
      text = text.apply(edit(change, text));
    }
    return text;
  }

  void save(String uri) {
    if (sources.containsKey(uri)) {
      documents.otherFiles().changedOnDisk();
    }
    if (opened.containsKey(uri)) {
      documents.save(uri);
    }
  }

  /** Closes a document; tells whether it was open. */
  boolean close(String uri) {
    if (sources.remove(uri) != null) {
      documents.otherFiles().closed(uri);
    }
    if (opened.remove(uri) == null) {
      return false;
    }
    documents.close(uri);
    documents.unwatch(uri, this);
    return true;
  }

  private TextEdit edit(TextDocumentContentChangeEvent change, Text text) {
    Range range =
        change.getRange() == null
            ? EVERYTHING
            : new Positions(text, encoding).fromLsp(change.getRange());
    return new TextEdit(range, change.getText());
  }

  /** Java sources are not documents of their own. */
  private static boolean isLive(TextDocumentItem item) {
    return item.getUri().endsWith(".jsh")
        || !(item.getUri().endsWith(".java") || "java".equals(item.getLanguageId()));
  }
}
