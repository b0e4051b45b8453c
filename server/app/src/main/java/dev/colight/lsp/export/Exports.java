package dev.colight.lsp.export;

import dev.colight.lsp.view.Headings;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a document with what is shown for it. */
public final class Exports {
  private Exports() {}

  /**
   * Returns a document in a format.
   *
   * @param time when that is, where it is to be said
   */
  public static String of(Format format, DocumentSnapshot document, @Nullable Instant time) {
    return switch (format) {
      case HTML -> HtmlExport.of(document, title(document), time);
      case MARKDOWN -> MarkdownExport.of(document);
      case IPYNB -> NotebookExport.of(document);
    };
  }

  /** Returns the first heading of a document, or else the name of its file. */
  private static String title(DocumentSnapshot document) {
    for (BlockView block : document.blocks()) {
      List<Headings.Heading> headings = Headings.of(block.text());
      if (!headings.isEmpty()) {
        return headings.get(0).text();
      }
    }
    return FileName.of(document.uri());
  }
}
