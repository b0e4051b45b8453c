package dev.colight.lsp;

import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.Settings;
import dev.colight.protocol.ColightClient;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.WorkspaceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;

/**
 * One client: what it can do and wants, and a thread on which it is told what happens, so that
 * telling it never holds up the workspace.
 */
public final class ClientSession implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ClientSession.class.getName());

  private final Abilities abilities;
  private final ScheduledThreadPoolExecutor thread;
  private final List<EventWatcher> watchers = new ArrayList<>();
  private final RefreshWatcher refresh;
  private volatile Settings settings;

  /** Starts a session. */
  public ClientSession(ColightClient client, Abilities abilities, LiveDocuments documents) {
    this.abilities = abilities;
    this.settings = abilities.settings();
    thread =
        new ScheduledThreadPoolExecutor(
            1, Threads.daemon("colight-session"), new ThreadPoolExecutor.DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
    refresh = new RefreshWatcher(client, abilities, thread);
    if (abilities.colight()) {
      watchers.add(new ProtocolWatcher(client, documents, abilities.encoding()));
      watchers.add(new StateWatcher(client));
    }
    watchers.add(new DiagnosticsWatcher(client, documents, this::reading, thread));
    watchers.add(refresh);
    if (abilities.progress()) {
      watchers.add(new ProgressWatcher(client, thread));
    }
    watchers.add(event -> logLostWorker(client, event));
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
    thread.execute(refresh::settingsChanged);
  }

  /** Returns a snapshot as this client wants to see it. */
  public Reading reading(DocumentSnapshot document) {
    return new Reading(document, settings, abilities.encoding());
  }

  /** Notes what has happened; returns at once. */
  void accept(WorkspaceEvent event) {
    tell(watcher -> watcher.on(event));
  }

  /** Notes that a document is not open any more; returns at once. */
  void closed(String uri) {
    tell(watcher -> watcher.closed(uri));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void tell(Consumer<EventWatcher> what) {
    thread.execute(() -> watchers.forEach(watcher -> tell(watcher, what)));
  }

  private static void tell(EventWatcher watcher, Consumer<EventWatcher> what) {
    try {
      what.accept(watcher);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a client could not be told of an event", e);
    }
  }

  private static void logLostWorker(ColightClient client, WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.WorkerLost lost) {
      client.logMessage(
          new MessageParams(MessageType.Warning, "The worker has ended: " + lost.reason()));
    }
  }
}
