package dev.colight.lsp;

import dev.colight.execution.OtherFiles.FileProblem;
import dev.colight.protocol.DocumentResult;
import dev.colight.protocol.RevealParams;
import dev.colight.workspace.Reason;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The clients that are connected; each hears of what it watches, at its own pace. */
public final class ClientRegistry implements WorkspaceListener {
  private final List<ClientSession> sessions = new CopyOnWriteArrayList<>();
  private final RunningOutputs running = new RunningOutputs();

  /** Adds a client. */
  public void add(ClientSession session) {
    sessions.add(session);
  }

  /** Removes a client, and ends what is done for it. */
  public void remove(ClientSession session) {
    sessions.remove(session);
    session.close();
  }

  @Override
  public void on(WorkspaceEvent event) {
    running.on(event);
    sessions.forEach(session -> session.accept(event));
    if (event instanceof WorkspaceEvent.RunStarted started && started.reason() == Reason.OPEN) {
      filesChanged();
    }
  }

  /**
   * Answers a client with all of a document, and lets it hear of everything that happens to that
   * document afterwards: of nothing twice, and nothing is left out.
   *
   * @param answer what sends it has to wait for it already, as it is sent by whoever completes it
   */
  public void watch(
      ClientSession session,
      LiveDocuments documents,
      String uri,
      CompletableFuture<DocumentResult> answer) {
    documents.between(
        uri,
        document -> {
          if (document == null) {
            answer.completeExceptionally(Requests.notOpen(uri));
          } else {
            session.watch(document, running.of(uri), answer);
          }
        });
  }

  /** Has the editor show a place, if one is connected that can. */
  public void reveal(RevealParams place) {
    sessions.forEach(session -> session.reveal(place));
  }

  /** Tells the editors all that is wrong with a file that documents use. */
  void fileProblems(String uri, List<FileProblem> problems) {
    sessions.forEach(session -> session.fileProblems(uri, problems));
  }

  /** Tells all clients that a document is not open any more, after all that happened in it. */
  public void closed(LiveDocuments documents, String uri) {
    documents.between(
        uri,
        gone -> {
          sessions.forEach(session -> session.closed(uri));
          filesChanged();
        });
  }

  /** Tells the pages that there may be other documents than before. */
  public void filesChanged() {
    sessions.forEach(ClientSession::filesChanged);
  }
}
