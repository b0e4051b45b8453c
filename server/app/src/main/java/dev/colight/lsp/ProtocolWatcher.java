package dev.colight.lsp;

import dev.colight.lsp.view.Audience;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Presentation;
import dev.colight.protocol.ColightClient;
import dev.colight.text.Text;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.WorkspaceEvent;

/** Sends the notifications of the protocol to a client that speaks it. */
final class ProtocolWatcher implements EventWatcher {
  private final ColightClient client;
  private final LiveDocuments documents;
  private final Encoding encoding;
  private final Audience audience;
  private final StreamLimit streams;

  ProtocolWatcher(
      ColightClient client, LiveDocuments documents, Encoding encoding, Audience audience) {
    this.client = client;
    this.documents = documents;
    this.encoding = encoding;
    this.audience = audience;
    this.streams = new StreamLimit(audience.links() == null ? audience.limit() : Integer.MAX_VALUE);
  }

  @Override
  public void on(WorkspaceEvent event) {
    Presentation presentation = presentation(event.uri());
    if (event instanceof WorkspaceEvent.RunStarted started) {
      client.runStart(presentation.runStart(started));
    } else if (event instanceof WorkspaceEvent.BlockFinished finished) {
      ResultView result = finished.block().result();
      if (result != null) {
        client.blockResult(presentation.blockResult(finished, result));
      }
    } else if (event instanceof WorkspaceEvent.BlockQueued queued) {
      ResultView result = queued.block().result();
      if (result != null) {
        client.blockResult(presentation.blockQueued(queued, result));
      }
    } else if (event instanceof WorkspaceEvent.BlockOutput output) {
      if (streams.takes(output)) {
        client.blockOutput(presentation.blockOutput(output));
      }
    } else if (event instanceof WorkspaceEvent.RunEnded ended) {
      client.runEnd(presentation.runEnd(ended));
    }
  }

  @Override
  public void closed(String uri) {
    streams.closed(uri);
  }

  private Presentation presentation(String uri) {
    // UTF-16 columns are taken as they are, without a look at the text.
    DocumentSnapshot document = encoding == Encoding.UTF_16 ? null : documents.snapshot(uri);
    Text text = document == null ? Text.of("") : document.text();
    return new Presentation(new Positions(text, encoding), audience);
  }
}
