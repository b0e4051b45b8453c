package dev.colight.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.colight.document.BlockKind;
import dev.colight.lsp.view.Audience;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Presentation;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import java.io.PrintStream;
import java.util.List;

/** Writes the params of the protocol's messages, one object a line. */
final class JsonReport implements Report {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** How a block ends whose turn never came: the run ended before. */
  private static final ResultView NEVER_RUN =
      new ResultView(Status.CANCELLED, false, List.of(), null, 0);

  private final PrintStream out;

  JsonReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void block(DocumentSnapshot document, BlockView block) {
    if (block.kind() == BlockKind.CODE) {
      ResultView result = block.result();
      write(presentation(document).result(document, block, result == null ? NEVER_RUN : result));
    }
  }

  @Override
  public void end(DocumentSnapshot document, RunEnded ended) {
    write(presentation(document).runEnd(ended));
  }

  private void write(Record params) {
    out.print(GSON.toJson(params));
    out.print('\n');
    out.flush();
  }

  private static Presentation presentation(DocumentSnapshot document) {
    return new Presentation(new Positions(document.text(), Encoding.UTF_16), Audience.ANYONE);
  }
}
