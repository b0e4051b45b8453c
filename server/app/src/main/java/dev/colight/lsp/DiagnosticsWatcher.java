package dev.colight.lsp;

import dev.colight.document.BlockId;
import dev.colight.execution.OtherFiles.FileProblem;
import dev.colight.lsp.feature.Diagnostics;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.TrustNotice;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.Reason;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Publishes diagnostics at the end of each run, and now and then during a long one, where they have
 * changed. Looks at the blocks that have any, not at all of the document.
 */
final class DiagnosticsWatcher implements EventWatcher {
  private static final int DELAY_MS = 150;

  private final LanguageClient client;
  private final LiveDocuments documents;
  private final Function<DocumentSnapshot, Reading> reading;
  private final ScheduledExecutorService thread;
  private final LateResults late;
  private final Map<String, Published> byUri = new HashMap<>();

  /** What is wrong with files as sources of documents; a live program may be one, too. */
  private final Map<String, List<Diagnostic>> ofFiles = new HashMap<>();

  DiagnosticsWatcher(
      LanguageClient client,
      LiveDocuments documents,
      Function<DocumentSnapshot, Reading> reading,
      ScheduledExecutorService thread,
      LateResults late) {
    this.late = late;
    this.client = client;
    this.documents = documents;
    this.reading = reading;
    this.thread = thread;
  }

  /** What is known of a document. */
  private static final class Published {
    final Set<BlockId> concerned = new LinkedHashSet<>();
    List<Diagnostic> diagnostics = List.of();
    @Nullable ScheduledFuture<?> pending;

    void note(BlockView block, boolean results) {
      if (results || Diagnostics.concern(block)) {
        concerned.add(block.id());
      } else {
        concerned.remove(block.id());
      }
    }
  }

  @Override
  public void on(WorkspaceEvent event) {
    Published published = byUri.computeIfAbsent(event.uri(), uri -> new Published());
    if (event instanceof WorkspaceEvent.RunStarted started) {
      if (started.reason() == Reason.EDIT || started.reason() == Reason.OPEN) {
        late.edited(event.uri());
      }
      started.blocks().forEach(block -> note(published, event.uri(), block));
      started.removed().forEach(published.concerned::remove);
      publishSoon(event.uri(), published);
    } else if (event instanceof WorkspaceEvent.BlockFinished finished) {
      late.came(event.uri(), finished.block().id());
      note(published, event.uri(), finished.block());
      publishSoon(event.uri(), published);
    } else if (event instanceof WorkspaceEvent.Prepared prepared) {
      prepared.blocks().forEach(block -> note(published, event.uri(), block));
      publishSoon(event.uri(), published);
    } else if (event instanceof WorkspaceEvent.TrustChanged) {
      publishSoon(event.uri(), published);
    } else if (event instanceof WorkspaceEvent.RunEnded ended
        && ended.status() != RunStatus.SUPERSEDED) {
      publish(event.uri(), published);
    }
  }

  private void note(Published published, String uri, BlockView block) {
    published.note(block, late.concerns(uri, block));
  }

  /** Notes that the client has got the results of a document by another way. */
  void told(String uri) {
    late.told(uri);
    Published published = byUri.get(uri);
    if (published != null) {
      publishSoon(uri, published);
    }
  }

  /** Takes in all that is wrong with a file that documents use. */
  void ofFile(String uri, List<FileProblem> problems) {
    if (problems.isEmpty()) {
      ofFiles.remove(uri);
    } else {
      ofFiles.put(uri, Diagnostics.ofFile(problems));
    }
    Published published = byUri.get(uri);
    if (published == null) {
      client.publishDiagnostics(new PublishDiagnosticsParams(uri, ofFile(uri)));
    } else {
      publish(uri, published);
    }
  }

  private List<Diagnostic> ofFile(String uri) {
    return ofFiles.getOrDefault(uri, List.of());
  }

  @Override
  public void closed(String uri) {
    late.told(uri);
    Published published = byUri.remove(uri);
    if (published != null) {
      cancelPending(published);
      if (!published.diagnostics.equals(ofFile(uri))) {
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, ofFile(uri)));
      }
    }
  }

  private void publishSoon(String uri, Published published) {
    if (published.pending == null) {
      published.pending =
          thread.schedule(() -> publish(uri, published), DELAY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void publish(String uri, Published published) {
    cancelPending(published);
    DocumentSnapshot document = documents.snapshot(uri);
    if (document == null) {
      return;
    }
    List<Diagnostic> diagnostics = diagnostics(document, published.concerned);
    if (!diagnostics.equals(published.diagnostics)) {
      published.diagnostics = diagnostics;
      client.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics, document.version()));
    }
  }

  private List<Diagnostic> diagnostics(DocumentSnapshot document, Set<BlockId> concerned) {
    Reading view = reading.apply(document);
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (!document.trusted()) {
      diagnostics.add(TrustNotice.diagnostic(view, Diagnostics.SOURCE));
    }
    for (Iterator<BlockId> ids = concerned.iterator(); ids.hasNext(); ) {
      BlockView block = document.block(ids.next());
      if (block == null) {
        ids.remove();
      } else {
        diagnostics.addAll(Diagnostics.of(view, block));
        diagnostics.addAll(late.diagnostics(view, block));
      }
    }
    for (Diagnostic diagnostic : ofFile(document.uri())) {
      if (diagnostics.stream().noneMatch(other -> saysTheSame(other, diagnostic))) {
        diagnostics.add(diagnostic);
      }
    }
    diagnostics.sort(
        Comparator.comparingInt((Diagnostic d) -> d.getRange().getStart().getLine())
            .thenComparingInt(d -> d.getRange().getStart().getCharacter()));
    return diagnostics;
  }

  private static boolean saysTheSame(Diagnostic one, Diagnostic other) {
    return one.getRange().equals(other.getRange()) && one.getMessage().equals(other.getMessage());
  }

  private static void cancelPending(Published published) {
    if (published.pending != null) {
      published.pending.cancel(false);
      published.pending = null;
    }
  }
}
