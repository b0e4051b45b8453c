package dev.colight.cli;

import dev.colight.lsp.export.Exports;
import dev.colight.lsp.export.Format;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a document with all its results, once they are there. */
final class ExportReport implements Report {
  private final Format format;
  private final @Nullable Path file;
  private final PrintStream out;

  /**
   * Creates a report.
   *
   * @param file where to write it, or null for {@code out}
   */
  ExportReport(Format format, @Nullable Path file, PrintStream out) {
    this.format = format;
    this.file = file;
    this.out = out;
  }

  @Override
  public void block(DocumentSnapshot document, BlockView block) {
    // It is written as a whole.
  }

  @Override
  public void end(DocumentSnapshot document, RunEnded ended) {
    String content = Exports.of(format, document, Instant.now());
    if (file == null) {
      out.print(content);
      out.flush();
      return;
    }
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UsageException(file + " cannot be written: " + e.getMessage());
    }
    if (ended.failed() > 0) {
      System.err.println(
          "colight: " + ended.failed() + " of the blocks failed; " + file + " shows how");
    }
  }
}
