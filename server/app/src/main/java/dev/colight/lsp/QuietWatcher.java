package dev.colight.lsp;

import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says when nothing runs in a document any more.
 *
 * <p>Clients that cannot be asked to fetch inlay hints anew ask once after an edit, and keep what
 * they get. So they get their answer when there is one, and not what happens to be there.
 */
final class QuietWatcher implements EventWatcher {
  private final LiveDocuments documents;
  private final ScheduledExecutorService thread;
  private final Duration patience;

  /** Those who wait, by document; used on the thread. */
  private final Map<String, List<CompletableFuture<Void>>> waiting = new HashMap<>();

  QuietWatcher(LiveDocuments documents, ScheduledExecutorService thread, Duration patience) {
    this.patience = patience;
    this.documents = documents;
    this.thread = thread;
  }

  /** Returns what ends when nothing runs in a document, it is closed, or the time is over. */
  CompletableFuture<Void> quiet(String uri) {
    CompletableFuture<Void> quiet = new CompletableFuture<>();
    documents.between(
        uri,
        document -> {
          if (document == null || !document.running()) {
            quiet.complete(null);
          } else {
            // The end of that run is told on the same thread, after this.
            thread.execute(() -> await(uri, quiet));
          }
        });
    return quiet;
  }

  private void await(String uri, CompletableFuture<Void> quiet) {
    waiting.computeIfAbsent(uri, key -> new ArrayList<>()).add(quiet);
    var unused =
        thread.schedule(() -> giveUp(uri, quiet), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void giveUp(String uri, CompletableFuture<Void> quiet) {
    quiet.complete(null);
    List<CompletableFuture<Void>> all = waiting.get(uri);
    if (all != null) {
      all.removeIf(CompletableFuture::isDone);
    }
  }

  @Override
  public void on(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.RunEnded ended && ended.status() != RunStatus.SUPERSEDED) {
      release(event.uri());
    }
  }

  @Override
  public void closed(String uri) {
    release(uri);
  }

  private void release(String uri) {
    List<CompletableFuture<Void>> all = waiting.remove(uri);
    if (all != null) {
      all.forEach(quiet -> quiet.complete(null));
    }
  }
}
