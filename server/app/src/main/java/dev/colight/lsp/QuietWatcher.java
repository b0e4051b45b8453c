package dev.colight.lsp;

import dev.colight.lsp.view.Phrases;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
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
 * they get. So they get their answer when there is one, and not what happens to be there. But what
 * they got before stays until then: where that was a value that the run is about to replace, they
 * wait for a moment only.
 */
final class QuietWatcher implements EventWatcher {
  private final LiveDocuments documents;
  private final ScheduledExecutorService thread;

  /** How long a value of older text may stand beside the code. */
  static final Duration MOMENT = Duration.ofSeconds(2);

  private final Duration patience;
  private final Duration moment;

  /** Those who wait, by document; used on the thread. */
  private final Map<String, List<CompletableFuture<Void>>> waiting = new HashMap<>();

  /**
   * Creates a watcher.
   *
   * @param patience how long to wait at most
   * @param moment the same where the client shows a value of older text meanwhile
   */
  QuietWatcher(
      LiveDocuments documents,
      ScheduledExecutorService thread,
      Duration patience,
      Duration moment) {
    this.patience = patience;
    this.moment = moment;
    this.documents = documents;
    this.thread = thread;
  }

  /**
   * Returns what ends when nothing runs in a document, it is closed, or the time is over.
   *
   * @param firstLine the first of the lines that the client asks about
   * @param lastLine the last of them
   */
  CompletableFuture<Void> quiet(String uri, int firstLine, int lastLine) {
    CompletableFuture<Void> quiet = new CompletableFuture<>();
    documents.between(
        uri,
        document -> {
          if (document == null || !document.running()) {
            quiet.complete(null);
          } else {
            Duration most = showsOlder(document, firstLine, lastLine) ? moment : patience;
            // The end of that run is told on the same thread, after this.
            thread.execute(() -> await(uri, quiet, most));
          }
        });
    return quiet;
  }

  private static boolean showsOlder(DocumentSnapshot document, int firstLine, int lastLine) {
    int last = Math.min(lastLine, document.text().lineCount() - 1);
    int first = Math.max(0, firstLine);
    return first <= last
        && document.blocks(first, last).stream()
            .filter(Phrases::pending)
            .map(BlockView::shown)
            .anyMatch(shown -> shown != null && !shown.outputs().isEmpty());
  }

  private void await(String uri, CompletableFuture<Void> quiet, Duration most) {
    waiting.computeIfAbsent(uri, key -> new ArrayList<>()).add(quiet);
    var unused = thread.schedule(() -> giveUp(uri, quiet), most.toMillis(), TimeUnit.MILLISECONDS);
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
