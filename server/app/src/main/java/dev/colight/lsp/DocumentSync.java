package dev.colight.lsp;

import dev.colight.java.split.JavaFile;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Lines at the top of a Java file that are asked whether it is live. */
  private static final int HEAD = 200;

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
   * @param text as the client has it
   * @param live whether it is a document of ours, too: Java files are only where they say so
   */
  private record Opened(int version, Text text, DocumentHistory history, boolean live) {
    Opened with(int newVersion, Text newText) {
      return new Opened(newVersion, newText, history, live);
    }
  }

  void open(TextDocumentItem item) {
    if (isForeign(item)) {
      LOG.info(() -> "not a live document: " + item.getUri());
      return;
    }
    Text text = Text.of(item.getText());
    DocumentHistory history = new DocumentHistory(item.getVersion(), text);
    boolean live = !JavaFile.isNamed(item.getUri()) || isMarkedLive(text);
    opened.put(item.getUri(), new Opened(item.getVersion(), text, history, live));
    tellOthers(item.getUri(), text);
    if (live) {
      begin(item.getUri());
    }
  }

  /** Makes a Java file live that is open, whatever it says of itself, until it is closed. */
  void makeLive(String uri) {
    Opened before = opened.get(uri);
    if (before == null) {
      throw Requests.invalid(uri + " is not open.");
    }
    if (!before.live) {
      opened.put(uri, new Opened(before.version, before.text, before.history, true));
      begin(uri);
    }
  }

  private void begin(String uri) {
    Opened document = Objects.requireNonNull(opened.get(uri));
    documents.watch(uri, this);
    documents.open(uri, document.version, document.text.toString());
  }

  /** Takes in a changed text; tells whether the document was live before. */
  private boolean wasLive(String uri, Opened before, int version, Text text) {
    opened.put(uri, before.with(version, text));
    tellOthers(uri, text);
    if (!before.live && isMarkedLive(text)) {
      makeLive(uri);
    }
    return before.live;
  }

  /** Java files may be sources that documents use. */
  private void tellOthers(String uri, Text text) {
    if (JavaFile.isNamed(uri)) {
      documents.otherFiles().edited(uri, text.toString());
    }
  }

  private static boolean isMarkedLive(Text text) {
    return JavaFile.isMarkedLive(text.lines(0, Math.min(text.lineCount(), HEAD)));
  }

  void change(
      VersionedTextDocumentIdentifier document, List<TextDocumentContentChangeEvent> changes) {
    Opened before = opened.get(document.getUri());
    if (before == null) {
      LOG.warning(() -> "ignored a change of " + document.getUri() + ", which is not open");
      return;
    }
    int version = document.getVersion() == null ? before.version + 1 : document.getVersion();
    if (before.history.isLast(version, changes)) {
      LOG.info(() -> "version " + version + " came twice");
      return;
    }
    Text repaired = before.history.insert(version, changes, this::apply);
    if (repaired != null) {
      LOG.info(() -> "version " + version + " came late, and is put where it belongs");
      if (wasLive(document.getUri(), before, before.version, repaired)) {
        TextEdit all = new TextEdit(EVERYTHING, repaired.toString());
        documents.change(document.getUri(), before.version, List.of(all));
      }
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
    if (wasLive(document.getUri(), before, version, text)) {
      documents.change(document.getUri(), version, edits);
    }
  }

  private Text apply(Text before, List<TextDocumentContentChangeEvent> changes) {
    Text text = before;
    for (TextDocumentContentChangeEvent change : changes) {
      text = text.apply(edit(change, text));
    }
    return text;
  }

  /** Returns the text of an open Java file that is no live document itself, or null. */
  @Nullable Text source(String uri) {
    Opened document = opened.get(uri);
    return document == null || document.live ? null : document.text;
  }

  /** Returns the versions of all that is open, by URI. */
  Map<String, Integer> versions() {
    Map<String, Integer> versions = new HashMap<>();
    opened.forEach((uri, document) -> versions.put(uri, document.version));
    return versions;
  }

  void save(String uri) {
    Opened document = opened.get(uri);
    if (document != null && JavaFile.isNamed(uri)) {
      documents.otherFiles().changedOnDisk();
    }
    if (document != null && document.live) {
      documents.save(uri);
    }
  }

  /** Closes a document; tells whether it was open. */
  boolean close(String uri) {
    Opened document = opened.remove(uri);
    if (document != null && JavaFile.isNamed(uri)) {
      documents.otherFiles().closed(uri);
    }
    if (document == null || !document.live) {
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

  /** What editors take for Java is ours only by its name. */
  private static boolean isForeign(TextDocumentItem item) {
    return "java".equals(item.getLanguageId())
        && !item.getUri().endsWith(".jsh")
        && !JavaFile.isNamed(item.getUri());
  }
}
