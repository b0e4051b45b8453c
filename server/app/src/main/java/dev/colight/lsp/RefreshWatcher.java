package dev.colight.lsp;

import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.lsp4j.services.LanguageClient;

/** Has the client fetch its inlay hints and code lenses anew when results have changed. */
final class RefreshWatcher implements EventWatcher {
  private static final int HINTS_MS = 50;

  /** Lenses move the text below them when they come and go, so they follow more slowly. */
  private static final int LENSES_MS = 250;

  private final Optional<Refresh> hints;
  private final Optional<Refresh> lenses;

  /** Documents in which something has changed since the last refresh. */
  private final Set<String> changed = new HashSet<>();

  RefreshWatcher(LanguageClient client, Abilities abilities, ScheduledExecutorService thread) {
    hints =
        abilities.hints().canRefresh()
            ? Optional.of(new Refresh(client::refreshInlayHints, HINTS_MS, thread))
            : Optional.empty();
    lenses =
        abilities.lensRefresh()
            ? Optional.of(new Refresh(client::refreshCodeLenses, LENSES_MS, thread))
            : Optional.empty();
  }

  @Override
  public void on(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.RunStarted started && !started.blocks().isEmpty()) {
      changed.add(event.uri());
    } else if (event instanceof WorkspaceEvent.BlockStarted
        || event instanceof WorkspaceEvent.BlockFinished) {
      changed.add(event.uri());
      hints.ifPresent(Refresh::soon);
      lenses.ifPresent(Refresh::soon);
    } else if (event instanceof WorkspaceEvent.TrustChanged) {
      hints.ifPresent(Refresh::now);
      lenses.ifPresent(Refresh::now);
    } else if (event instanceof WorkspaceEvent.RunEnded ended
        && ended.status() != RunStatus.SUPERSEDED
        && changed.remove(event.uri())) {
      hints.ifPresent(Refresh::now);
      lenses.ifPresent(Refresh::soon);
    }
  }

  @Override
  public void closed(String uri) {
    changed.remove(uri);
    lenses.ifPresent(Refresh::soon); // those of sources count its blocks no more
  }

  /** Has the client paint the hints that it has just got. */
  void repaint() {
    hints.ifPresent(Refresh::now);
  }

  /** Notes that hints may look different from now on. */
  void settingsChanged() {
    hints.ifPresent(Refresh::now);
  }
}
