package dev.colight.web;

import dev.colight.lsp.LiveDocuments;
import dev.colight.protocol.FilesResult;
import dev.colight.protocol.ServedFile;
import java.util.Comparator;

/** The documents that an editor has open; it alone opens and closes them. */
record OpenDocuments(LiveDocuments documents) implements DocumentSource {
  @Override
  public FilesResult files() {
    return new FilesResult(
        "open documents",
        documents.documents().stream()
            .map(uri -> new ServedFile(Urls.path(uri), uri))
            .sorted(Comparator.comparing(ServedFile::path))
            .toList(),
        false);
  }

  @Override
  public void acquire(String uri) {
    // It is open for as long as the editor has it open.
  }

  @Override
  public void release(String uri) {
    // It stays open for the editor.
  }

  @Override
  public void close() {
    // There is nothing of its own.
  }
}
