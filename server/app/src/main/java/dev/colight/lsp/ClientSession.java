package dev.colight.lsp;

import dev.colight.document.BlockId;
import dev.colight.execution.OtherFiles.FileProblem;
import dev.colight.lsp.view.Audience;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.PayloadLinks;
import dev.colight.lsp.view.Phrases;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Presentation;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.Settings;
import dev.colight.protocol.ColightClient;
import dev.colight.protocol.DocumentResult;
import dev.colight.protocol.FilesChangedParams;
import dev.colight.protocol.RevealParams;
import dev.colight.text.Range;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.WorkspaceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * One client: what it can do and wants, which documents it watches, and a thread on which it is
 * told what happens, so that telling it never holds up the workspace. An editor hears of all
 * documents, a page of those that it asked for.
 */
public final class ClientSession implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ClientSession.class.getName());

  /** How much of a note is shown, in code points. */
  private static final int MAX_NOTE = 300;

  private final ColightClient client;
  private final Abilities abilities;
  private final LiveDocuments documents;
  private final ScheduledThreadPoolExecutor thread;
  private final List<EventWatcher> watchers = new ArrayList<>();
  private final @Nullable RefreshWatcher refresh;
  private final @Nullable DiagnosticsWatcher diagnostics;
  private final QuietWatcher quiet;
  private final Audience audience;

  /** The documents that it hears of, or null for all; owned by the thread. */
  private final @Nullable Set<String> watched;

  /** The hints that the client was last answered with; used on the thread. */
  private final Map<String, List<InlayHint>> painted = new HashMap<>();

  private final UnsettledLines unsettled =
      new UnsettledLines(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));

  /** Has the client fetch hints when its edits are settled; used on the thread. */
  private @Nullable ScheduledFuture<?> settling;

  private volatile Settings settings;

  /** Starts a session of an editor, which hears of all documents. */
  static ClientSession ofEditor(
      ColightClient client, Abilities abilities, LiveDocuments documents, TrustWatcher trust) {
    ClientSession session = new ClientSession(client, abilities, documents, true, null);
    session.watchers.add(trust);
    return session;
  }

  /** Starts a session of a page, which hears of the documents that it watches. */
  public static ClientSession ofPage(
      ColightClient client, Abilities abilities, LiveDocuments documents, PayloadLinks links) {
    return new ClientSession(client, abilities, documents, false, links);
  }

  private ClientSession(
      ColightClient client,
      Abilities abilities,
      LiveDocuments documents,
      boolean editor,
      @Nullable PayloadLinks links) {
    this.client = client;
    this.documents = documents;
    this.abilities = abilities;
    this.settings = abilities.settings();
    this.audience = Audience.of(abilities.options(), links);
    this.watched = editor ? null : new HashSet<>();
    thread =
        new ScheduledThreadPoolExecutor(
            1, Threads.daemon("colight-session"), new ThreadPoolExecutor.DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
    if (abilities.colight()) {
      watchers.add(new ProtocolWatcher(client, documents, abilities.encoding(), audience));
      watchers.add(new StateWatcher(client, this::afterBlink));
    }
    refresh = editor ? new RefreshWatcher(client, abilities, thread) : null;
    quiet = new QuietWatcher(documents, thread, abilities.patience(), QuietWatcher.MOMENT);
    diagnostics = editor ? diagnosticsWatcher() : null;
    if (refresh != null && diagnostics != null) {
      watchers.add(diagnostics);
      watchers.add(refresh);
      watchers.add(quiet);
      if (abilities.progress()) {
        watchers.add(new ProgressWatcher(client, thread));
      }
      watchers.add(event -> logLostWorker(client, event));
      watchers.add(event -> showNote(client, event));
    }
  }

  private DiagnosticsWatcher diagnosticsWatcher() {
    // Who speaks our protocol is told results by it.
    HintSupport hints = abilities.colight() ? HintSupport.REFRESHED : abilities.hints();
    return new DiagnosticsWatcher(client, documents, this::reading, thread, new LateResults(hints));
  }

  /**
   * Returns the moment to answer a client that asks for the inlay hints of some lines: now, or when
   * there are results, if it does not ask again for those that come later.
   */
  CompletableFuture<Void> readyForHints(String uri, int firstLine, int lastLine) {
    return abilities.hints() == HintSupport.ONCE
        ? quiet
            .quiet(uri, firstLine, lastLine)
            .thenRunAsync(
                () -> {
                  if (diagnostics != null) {
                    diagnostics.told(uri);
                  }
                },
                thread)
        : CompletableFuture.completedFuture(null);
  }

  /** Has somebody hear when a run of a document ends; to be called before anything happens. */
  void whenRunEnds(Consumer<String> listener) {
    watchers.add(
        event -> {
          if (event instanceof WorkspaceEvent.RunEnded) {
            listener.accept(event.uri());
          }
        });
  }

  /** Notes changes that the client tells of; returns at once. */
  void changed(String uri, List<TextDocumentContentChangeEvent> changes) {
    if (refresh != null && holdsBack()) {
      unsettled.changed(uri, changes);
      thread.execute(
          () -> {
            if (settling != null) {
              settling.cancel(false);
            }
            settling =
                thread.schedule(
                    refresh::repaint, UnsettledLines.WINDOW_MS + 1, TimeUnit.MILLISECONDS);
          });
    }
  }

  /** Returns at which places of a document the client may have other code by now. */
  Predicate<Range> unsettled(String uri) {
    return unsettled.in(uri);
  }

  /** Tells whether the client sees values as hints alone, and tells of edits by and by. */
  private boolean holdsBack() {
    return abilities.hints() == HintSupport.REPAINTED && !abilities.colight();
  }

  /** Notes that a client has been answered which hints a document has. */
  void answered(String uri, List<InlayHint> hints) {
    if (refresh != null && abilities.hints() == HintSupport.REPAINTED) {
      thread.execute(
          () -> {
            if (!hints.equals(painted.put(uri, hints))) {
              refresh.repaint();
            }
          });
    }
  }

  /** Returns what the client can do. */
  public Abilities abilities() {
    return abilities;
  }

  /** Returns the settings that hold now. */
  public Settings settings() {
    return settings;
  }

  /** Changes the settings; what the client shows follows. */
  public void settings(Settings changed) {
    settings = changed;
    if (refresh != null) {
      thread.execute(refresh::settingsChanged);
    }
  }

  /** Returns a snapshot as this client wants to see it. */
  public Reading reading(DocumentSnapshot document) {
    return new Reading(document, settings, abilities.encoding());
  }

  /** Returns how what is shown is put for this client. */
  public Presentation presentation(DocumentSnapshot document) {
    return new Presentation(new Positions(document.text(), abilities.encoding()), audience);
  }

  /** Notes what has happened; returns at once. */
  void accept(WorkspaceEvent event) {
    thread.execute(
        () -> {
          if (watched == null || watched.contains(event.uri())) {
            tell(watcher -> watcher.on(event));
          }
        });
  }

  /** Notes that a document is not open any more; returns at once. */
  void closed(String uri) {
    thread.execute(
        () -> {
          if (watched == null || watched.remove(uri)) {
            tell(watcher -> watcher.closed(uri));
            painted.remove(uri);
            unsettled.closed(uri);
          }
        });
  }

  /**
   * Answers with all of a document, and tells of all later events. Called between two events, whose
   * order the thread keeps.
   *
   * @param running what the block that runs has written so far
   */
  void watch(
      DocumentSnapshot document,
      List<WorkspaceEvent.BlockOutput> running,
      CompletableFuture<DocumentResult> answer) {
    thread.execute(
        () -> {
          if (watched != null) {
            watched.add(document.uri());
          }
          try {
            answer.complete(presentation(document).document(document));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
          running.forEach(output -> tell(watcher -> watcher.on(output)));
          if (!document.trusted()) {
            WorkspaceEvent untrusted =
                new WorkspaceEvent.TrustChanged(
                    document.uri(), document.version(), document.run(), false);
            tell(watcher -> watcher.on(untrusted));
          }
        });
  }

  /** Shows a place, where this is an editor that can. */
  void reveal(RevealParams place) {
    DocumentSnapshot document = documents.snapshot(place.uri());
    if (watched == null && abilities.showDocument() && document != null) {
      Range range = inDocument(place, document);
      ShowDocumentParams shown = new ShowDocumentParams(place.uri());
      shown.setTakeFocus(true);
      shown.setSelection(new Positions(document.text(), abilities.encoding()).toLsp(range));
      var unused = client.showDocument(shown);
    }
  }

  private static Range inDocument(RevealParams place, DocumentSnapshot document) {
    Range range = new Positions(document.text(), Encoding.UTF_16).fromLsp(place.range());
    BlockId id = place.block() == null ? null : BlockId.parse(place.block());
    BlockView block = id == null ? null : document.block(id);
    return range.plusLines(block == null ? 0 : block.range().start().line());
  }

  /** Tells an editor all that is wrong with a file that documents use. */
  void fileProblems(String uri, List<FileProblem> problems) {
    DiagnosticsWatcher watcher = diagnostics;
    if (watcher != null) {
      thread.execute(() -> watcher.ofFile(uri, problems));
    }
  }

  /** Notes that there may be other documents than before; returns at once. */
  void filesChanged() {
    if (watched != null) {
      thread.execute(() -> client.filesChanged(new FilesChangedParams()));
    }
  }

  /** Tells no more of a document. */
  public void unwatch(String uri) {
    closed(uri);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void tell(Consumer<EventWatcher> what) {
    watchers.forEach(watcher -> tell(watcher, what));
  }

  private static void tell(EventWatcher watcher, Consumer<EventWatcher> what) {
    try {
      what.accept(watcher);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a client could not be told of an event", e);
    }
  }

  private void afterBlink(Runnable task) {
    var unused = thread.schedule(task, StateWatcher.BLINK_MS, TimeUnit.MILLISECONDS);
  }

  private static void showNote(ColightClient client, WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.Noted noted) {
      String text = TrustWatcher.name(noted.uri()) + ": " + noted.text();
      client.showMessage(new MessageParams(MessageType.Warning, Phrases.line(text, MAX_NOTE)));
    }
  }

  private static void logLostWorker(ColightClient client, WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.WorkerLost lost) {
      client.logMessage(
          new MessageParams(MessageType.Warning, "The worker has ended: " + lost.reason()));
    }
  }
}
