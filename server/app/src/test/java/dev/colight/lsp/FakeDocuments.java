package dev.colight.lsp;

import dev.colight.document.BlockId;
import dev.colight.execution.Expansion;
import dev.colight.fixture.DocumentFixture;
import dev.colight.fixture.FixedSnapshot;
import dev.colight.text.TextEdit;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.Reason;
import dev.colight.workspace.RunPolicy;
import dev.colight.workspace.Verification;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Documents whose results are the markers in their text, and which tell what only a test lets them.
 */
final class FakeDocuments implements LiveDocuments {
  /** What has been asked for, in order. */
  final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

  /** The outcome that is waited for. */
  volatile CompletableFuture<Verification> verification = new CompletableFuture<>();

  private final Map<String, FixedSnapshot> open = new ConcurrentHashMap<>();

  /** Replaces a document by what a fixture shows. */
  void show(String uri, int version, int run, String fixture) {
    DocumentSnapshot parsed = DocumentFixture.of(fixture).snapshot();
    open.put(uri, new FixedSnapshot(uri, version, parsed.text(), run, true, parsed.blocks()));
  }

  /** Returns the events of a whole run of a document. */
  List<WorkspaceEvent> events(String uri) {
    FixedSnapshot document = Objects.requireNonNull(open.get(uri));
    List<BlockView> blocks = document.blocks();
    List<WorkspaceEvent> events = new ArrayList<>();
    int version = document.version();
    int run = document.run();
    events.add(
        new WorkspaceEvent.RunStarted(
            uri,
            version,
            run,
            Reason.EDIT,
            blocks,
            List.of(),
            blocks.stream().map(BlockView::id).toList()));
    for (BlockView block : blocks) {
      if (block.result() != null) {
        events.add(new WorkspaceEvent.BlockStarted(uri, version, run, block));
        events.add(new WorkspaceEvent.BlockFinished(uri, version, run, block, false));
      }
    }
    events.add(
        new WorkspaceEvent.RunEnded(
            uri, version, run, RunStatus.DONE, blocks.size(), 0, 0, blocks.size(), 1_500_000));
    return events;
  }

  @Override
  public void open(String uri, int version, String text) {
    show(uri, version, 1, text);
    calls.add("open " + uri + " " + version);
  }

  @Override
  public void change(String uri, int version, List<TextEdit> edits) {
    calls.add("change " + uri + " " + version + " " + edits);
  }

  @Override
  public void save(String uri) {
    calls.add("save " + uri);
  }

  @Override
  public void close(String uri) {
    open.remove(uri);
    calls.add("close " + uri);
  }

  @Override
  public void setRunPolicy(RunPolicy policy) {
    calls.add("policy " + policy);
  }

  @Override
  public void setEffectPolicy(EffectPolicy policy) {
    calls.add("effects " + policy);
  }

  @Override
  public void setEffectRules(List<String> rules) {
    calls.add("rules " + rules);
  }

  @Override
  public void setTimeLimit(Duration limit) {
    calls.add("limit " + limit);
  }

  @Override
  public void run(String uri, @Nullable Set<BlockId> blocks, boolean force) {
    calls.add("run " + uri + " " + blocks + " " + force);
  }

  @Override
  public void cancel(String uri) {
    calls.add("cancel " + uri);
  }

  @Override
  public void restart(String uri) {
    calls.add("restart " + uri);
  }

  @Override
  public void input(String uri, BlockId block, String name, String value) {
    calls.add("input " + uri + " " + block + " " + name + " " + value);
  }

  @Override
  public CompletableFuture<@Nullable Expansion> expand(
      String uri, String reference, int offset, int limit) {
    calls.add("expand " + uri + " " + reference + " " + offset + " " + limit);
    return CompletableFuture.completedFuture(
        reference.equals("gone")
            ? Expansion.none("it is gone")
            : new Expansion(
                List.of(
                    new Expansion.Child("x", "int", Map.of("text/plain", "1"), reference + "/0")),
                1,
                null));
  }

  @Override
  public CompletableFuture<Verification> verify(String uri, Duration limit) {
    CompletableFuture<Verification> outcome = new CompletableFuture<>();
    verification = outcome;
    calls.add("verify " + uri);
    return outcome;
  }

  @Override
  public @Nullable DocumentSnapshot snapshot(String uri) {
    return open.get(uri);
  }

  @Override
  public void between(String uri, Consumer<@Nullable DocumentSnapshot> reader) {
    reader.accept(open.get(uri));
  }

  @Override
  public void watch(String uri, Object watcher) {
    // They keep all they have.
  }

  @Override
  public void unwatch(String uri, Object watcher) {
    // They keep all they have.
  }

  @Override
  public List<String> documents() {
    return List.copyOf(open.keySet());
  }

  @Override
  public CompletableFuture<@Nullable DocumentSnapshot> current(String uri) {
    return CompletableFuture.completedFuture(open.get(uri));
  }
}
