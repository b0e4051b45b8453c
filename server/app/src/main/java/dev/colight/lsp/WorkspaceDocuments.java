package dev.colight.lsp;

import dev.colight.document.BlockId;
import dev.colight.execution.Assistant;
import dev.colight.execution.Expansion;
import dev.colight.execution.OtherFiles;
import dev.colight.lsp.view.Identities;
import dev.colight.text.TextEdit;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.RunPolicy;
import dev.colight.workspace.Verification;
import dev.colight.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The live documents of a workspace. */
public record WorkspaceDocuments(Workspace workspace) implements LiveDocuments {
  @Override
  public void open(String uri, int version, String text) {
    workspace.watch(uri, this);
    workspace.open(uri, version, text);
  }

  @Override
  public void change(String uri, int version, List<TextEdit> edits) {
    workspace.change(uri, version, edits);
  }

  @Override
  public void save(String uri) {
    workspace.save(uri);
  }

  @Override
  public void close(String uri) {
    workspace.unwatch(uri, this);
    workspace.close(uri);
  }

  @Override
  public void warmUp() {
    workspace.warmUp();
  }

  @Override
  public void setRunPolicy(RunPolicy policy) {
    workspace.setRunPolicy(policy);
  }

  @Override
  public void setEffectPolicy(EffectPolicy policy) {
    workspace.setEffectPolicy(policy);
  }

  @Override
  public void setTimeLimit(Duration limit) {
    workspace.setTimeLimit(limit);
  }

  @Override
  public void setLibraries(List<String> entries, List<Path> roots) {
    workspace.setLibraries(entries, roots);
  }

  @Override
  public void setEffectRules(List<String> rules) {
    workspace.setEffectRules(rules);
  }

  @Override
  public void run(String uri, @Nullable Set<BlockId> blocks, boolean force) {
    workspace.run(uri, blocks, force);
  }

  @Override
  public void cancel(String uri) {
    workspace.cancel(uri);
  }

  @Override
  public void restart(String uri) {
    workspace.restart(uri);
  }

  @Override
  public void input(String uri, BlockId block, String name, String value) {
    workspace.input(uri, block, name, value);
  }

  @Override
  public CompletableFuture<@Nullable Expansion> expand(
      String uri, String reference, int offset, int limit) {
    return workspace.expand(uri, reference, offset, limit);
  }

  @Override
  public CompletableFuture<Verification> verify(String uri, Duration limit) {
    return workspace.verify(uri, limit, Identities::without);
  }

  @Override
  public @Nullable DocumentSnapshot snapshot(String uri) {
    return workspace.snapshot(uri);
  }

  @Override
  public void between(String uri, Consumer<@Nullable DocumentSnapshot> reader) {
    workspace.between(uri, reader);
  }

  @Override
  public void watch(String uri, Object watcher) {
    workspace.watch(uri, watcher);
  }

  @Override
  public void unwatch(String uri, Object watcher) {
    workspace.unwatch(uri, watcher);
  }

  @Override
  public List<String> documents() {
    return workspace.documents();
  }

  @Override
  public Assistant assistant() {
    return workspace.assistant();
  }

  @Override
  public OtherFiles otherFiles() {
    return workspace.otherFiles();
  }

  @Override
  public CompletableFuture<@Nullable DocumentSnapshot> current(String uri) {
    return workspace.current(uri);
  }
}
