package dev.colight.lsp;

import dev.colight.workspace.WorkspaceEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Shows the progress of runs that take longer than half a second; a user can cancel them there. */
final class ProgressWatcher implements EventWatcher {
  /** Tokens of progress end with the URI of the document. */
  static final String TOKEN = "colight/run/";

  private static final int DELAY_MS = 500;

  private final LanguageClient client;
  private final ScheduledExecutorService thread;
  private final Map<String, Run> runs = new HashMap<>();

  ProgressWatcher(LanguageClient client, ScheduledExecutorService thread) {
    this.client = client;
    this.thread = thread;
  }

  /** A run under way. */
  private static final class Run {
    final int number;
    final String token;
    int finished;
    int line;
    boolean shown;

    /** What goes on besides blocks that run, such as a download. */
    @Nullable String besides;

    @Nullable ScheduledFuture<?> delay;

    Run(int number, String uri) {
      this.number = number;
      this.token = TOKEN + number + "/" + uri;
    }
  }

  @Override
  public void on(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.RunStarted started) {
      end(event.uri());
      Run run = new Run(started.run(), event.uri());
      runs.put(event.uri(), run);
      run.delay = thread.schedule(() -> create(run), DELAY_MS, TimeUnit.MILLISECONDS);
      return;
    }
    Run run = runs.get(event.uri());
    if (run == null || run.number != event.run()) {
      return;
    }
    if (event instanceof WorkspaceEvent.RunEnded) {
      end(event.uri());
    } else {
      note(run, event);
    }
  }

  @Override
  public void closed(String uri) {
    end(uri);
  }

  private void note(Run run, WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.BlockFinished) {
      run.finished++;
    } else if (event instanceof WorkspaceEvent.BlockStarted started) {
      run.line = started.block().range().start().line() + 1;
      report(run);
    } else if (event instanceof WorkspaceEvent.Prepared prepared) {
      run.besides = prepared.message();
      report(run);
    }
  }

  private void report(Run run) {
    if (run.shown) {
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setMessage(message(run));
      tell(run, report);
    }
  }

  private void create(Run run) {
    var unused =
        client
            .createProgress(new WorkDoneProgressCreateParams(Either.forLeft(run.token)))
            .thenRunAsync(() -> begin(run), thread);
  }

  private void begin(Run run) {
    if (runs.containsValue(run)) {
      run.shown = true;
      WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
      begin.setTitle("Running");
      begin.setMessage(message(run));
      begin.setCancellable(true);
      tell(run, begin);
    }
  }

  private void end(String uri) {
    Run run = runs.remove(uri);
    if (run != null) {
      if (run.delay != null) {
        run.delay.cancel(false);
      }
      if (run.shown) {
        tell(run, new WorkDoneProgressEnd());
      }
    }
  }

  private void tell(Run run, WorkDoneProgressNotification what) {
    client.notifyProgress(new ProgressParams(Either.forLeft(run.token), Either.forLeft(what)));
  }

  private static String message(Run run) {
    return run.besides != null
        ? "libraries: " + run.besides
        : "line " + run.line + ", " + run.finished + " blocks done";
  }

  /** Returns the document whose run a token stands for, or null. */
  static @Nullable String uri(String token) {
    int slash = token.startsWith(TOKEN) ? token.indexOf('/', TOKEN.length()) : -1;
    return slash < 0 ? null : token.substring(slash + 1);
  }
}
