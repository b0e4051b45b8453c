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
import org.jspecify.annotations.Nullable;

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

  DocumentSync(LiveDocuments documents, Encoding encoding) {
    this.documents = documents;
    this.encoding = encoding;
  }

  /**
   * An open document.
   *
   * @param text its text, kept where columns have to be converted, else null
   */
  private record Opened(int version, @Nullable Text text) {}

  void open(TextDocumentItem item) {
    if (!isLive(item)) {
      LOG.info(() -> "not a live document: " + item.getUri());
      return;
    }
    Text text = encoding == Encoding.UTF_16 ? null : Text.of(item.getText());
    opened.put(item.getUri(), new Opened(item.getVersion(), text));
    documents.watch(item.getUri(), this);
    documents.open(item.getUri(), item.getVersion(), item.getText());
  }

  void change(
      VersionedTextDocumentIdentifier document, List<TextDocumentContentChangeEvent> changes) {
    Opened before = opened.get(document.getUri());
    if (before == null) {
      LOG.warning(() -> "ignored a change of " + document.getUri() + ", which is not open");
      return;
    }
    int version = document.getVersion() == null ? before.version + 1 : document.getVersion();
    Text text = before.text;
    List<TextEdit> edits = new ArrayList<>();
    for (TextDocumentContentChangeEvent change : changes) {
      TextEdit edit = new TextEdit(range(change, text), change.getText());
      edits.add(edit);
      text = text == null ? null : text.apply(edit);
    }
    opened.put(document.getUri(), new Opened(version, text));
    documents.change(document.getUri(), version, edits);
  }

  void save(String uri) {
    if (opened.containsKey(uri)) {
      documents.save(uri);
    }
  }

  /** Closes a document; tells whether it was open. */
  boolean close(String uri) {
    if (opened.remove(uri) == null) {
      return false;
    }
    documents.close(uri);
    documents.unwatch(uri, this);
    return true;
  }

  private Range range(TextDocumentContentChangeEvent change, @Nullable Text text) {
    if (change.getRange() == null) {
      return EVERYTHING;
    }
    Text known = text == null ? Text.of("") : text;
    return new Positions(known, encoding).fromLsp(change.getRange());
  }

  /** Java sources are not documents of their own. */
  private static boolean isLive(TextDocumentItem item) {
    return item.getUri().endsWith(".jsh")
        || !(item.getUri().endsWith(".java") || "java".equals(item.getLanguageId()));
  }
}
