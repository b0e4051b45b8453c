package dev.colight.workspace;

import dev.colight.document.BlockId;
import dev.colight.execution.Language;
import dev.colight.text.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The open documents and their results. All methods may be called from any thread and return at
 * once; one event thread does the work, in the order of the calls.
 */
public final class Workspace implements AutoCloseable {
  /** Creates an empty workspace that tells {@code listener} what happens. */
  public Workspace(Language language, WorkspaceListener listener) {}

  /** Opens a document (again, where it is open: with all of its text replaced). */
  public void open(String uri, int version, String text) {}

  /** Applies edits, one after the other, each to the text that the one before left. */
  public void change(String uri, int version, List<TextEdit> edits) {}

  /** Notes that a document was saved; runs what waited for that. */
  public void save(String uri) {}

  /** Closes a document; its worker and its results go. */
  public void close(String uri) {}

  /** Sets what sets off a run, for all documents. */
  public void setRunPolicy(RunPolicy policy) {}

  /**
   * Runs blocks, and first what they need.
   *
   * @param blocks null for all
   * @param force whether to run even what has a valid result
   */
  public void run(String uri, @Nullable Set<BlockId> blocks, boolean force) {}

  /** Ends the run under way; what has not run by then is cancelled. */
  public void cancel(String uri) {}

  /** Starts a document afresh: a new worker, nothing cached. */
  public void restart(String uri) {}

  /** Returns the state of a document, or null where it is not open. Never waits. */
  public @Nullable DocumentSnapshot snapshot(String uri) {
    return null;
  }

  /**
   * Returns the state of a document once all calls before this one have had their effect on its
   * text and its runs, or null where it is not open by then. Completes on the event thread.
   */
  public CompletableFuture<@Nullable DocumentSnapshot> current(String uri) {
    return CompletableFuture.completedFuture(null);
  }

  /** Returns the URIs of all open documents. */
  public List<String> documents() {
    return List.of();
  }

  @Override
  public void close() {}
}
