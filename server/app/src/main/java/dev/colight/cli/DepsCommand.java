package dev.colight.cli;

import dev.colight.execution.Language;
import dev.colight.lsp.view.Settings;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Runs a document clean, and tells who needs what of whom: only runs show who changes what. */
final class DepsCommand {
  private static final int VERSION = 1;

  private final Language language;
  private final Consumer<DocumentSnapshot> report;
  private final BlockingQueue<WorkspaceEvent> events = new LinkedBlockingQueue<>();

  /** Creates a command; {@code report} prints a document that has run. */
  DepsCommand(Language language, Consumer<DocumentSnapshot> report) {
    this.language = language;
    this.report = report;
  }

  /** Runs it; returns the exit code. */
  int run(SourceFile source) {
    try (Workspace workspace = new Workspace(language, events::add)) {
      // An interrupt from the keyboard must leave no worker behind.
      Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "colight-stop"));
      workspace.setTimeLimit(Duration.ofSeconds(Settings.defaults().timeoutSeconds()));
      workspace.open(source.uri(), VERSION, source.text());
      while (!hasEnded(events.take())) {
        // what happens meanwhile is nothing to tell
      }
      report.accept(Objects.requireNonNull(workspace.snapshot(source.uri())));
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static boolean hasEnded(WorkspaceEvent event) {
    return event instanceof RunEnded ended && ended.status() != RunStatus.SUPERSEDED;
  }
}
