package dev.colight.lsp;

import dev.colight.document.BlockId;
import dev.colight.execution.Assistant;
import dev.colight.execution.Expansion;
import dev.colight.execution.OtherFiles;
import dev.colight.text.TextEdit;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.RunPolicy;
import dev.colight.workspace.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the server needs of a workspace, so that it can be tested without one. */
public interface LiveDocuments {
  void open(String uri, int version, String text);

  void change(String uri, int version, List<TextEdit> edits);

  void save(String uri);

  void close(String uri);

  /** Notes that a document is about to be opened that may run. */
  default void warmUp() {}

  void setRunPolicy(RunPolicy policy);

  void setEffectPolicy(EffectPolicy policy);

  void setTimeLimit(Duration limit);

  /**
   * Has all documents see more libraries.
   *
   * @param entries jars, folders and patterns, as people write them
   * @param roots folders from which relative ones start, for documents in them
   */
  default void setLibraries(List<String> entries, List<Path> roots) {}

  /** Has more count as touching the outside world, or less, by rules as the language has them. */
  default void setEffectRules(List<String> rules) {}

  void run(String uri, @Nullable Set<BlockId> blocks, boolean force);

  void cancel(String uri);

  void restart(String uri);

  void input(String uri, BlockId block, String name, String value);

  /** Gives more of a value that a document shows, or null where that is not open. */
  CompletableFuture<@Nullable Expansion> expand(
      String uri, String reference, int offset, int limit);

  /**
   * Compares what a document shows with a clean run. Cancelling what is returned ends that.
   *
   * @param limit how long it may take
   */
  CompletableFuture<Verification> verify(String uri, Duration limit);

  /** Returns the state of a document, or null where it is not open. Never waits. */
  @Nullable DocumentSnapshot snapshot(String uri);

  /**
   * Hands over the state of a document, or null, between two events: clients have been told of all
   * that led to it, and of nothing that comes after. The reader must not wait.
   */
  void between(String uri, Consumer<@Nullable DocumentSnapshot> reader);

  /** Notes that somebody looks at a document; one that nobody looks at does not keep all it has. */
  void watch(String uri, Object watcher);

  /** Notes that one of those who looked at a document does not any more. */
  void unwatch(String uri, Object watcher);

  /** Returns the URIs of all open documents. */
  List<String> documents();

  /** Returns what helps with editing. */
  default Assistant assistant() {
    return Assistant.NONE;
  }

  /** Returns who is told of the files that documents use besides their own text. */
  default OtherFiles otherFiles() {
    return OtherFiles.NONE;
  }

  /** Returns the state of a document after all calls before this one, or null. */
  CompletableFuture<@Nullable DocumentSnapshot> current(String uri);
}
