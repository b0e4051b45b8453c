package dev.colight.client;

import dev.colight.protocol.BlockOutputParams;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.ColightClient;
import dev.colight.protocol.RunEndParams;
import dev.colight.protocol.RunStartParams;
import dev.colight.protocol.RunStatus;
import dev.colight.protocol.StatusParams;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;

/** Hands what a server says about runs to a model, in order. */
final class Listening implements ColightClient {
  private final ClientModel model;

  /** A message each: the version whose run has ended, or 0. */
  final BlockingQueue<Integer> messages = new LinkedBlockingQueue<>();

  /** The first thing that was wrong. */
  final CompletableFuture<Void> failure = new CompletableFuture<>();

  Listening(ClientModel model) {
    this.model = model;
  }

  ClientModel model() {
    return model;
  }

  private void check(Runnable what, int ended) {
    try {
      what.run();
    } catch (AssertionError | RuntimeException e) {
      failure.completeExceptionally(e);
    }
    messages.add(ended);
  }

  @Override
  public void runStart(RunStartParams params) {
    check(() -> model.runStart(params), 0);
  }

  @Override
  public void blockResult(BlockResultParams params) {
    check(() -> model.blockResult(params), 0);
  }

  @Override
  public void blockOutput(BlockOutputParams params) {
    check(() -> model.blockOutput(params), 0);
  }

  @Override
  public void runEnd(RunEndParams params) {
    boolean superseded = params.status() == RunStatus.SUPERSEDED;
    check(() -> model.runEnd(params), superseded ? 0 : params.version());
  }

  @Override
  public void status(StatusParams params) {}

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {}

  @Override
  public void logMessage(MessageParams params) {}

  @Override
  public void showMessage(MessageParams params) {}

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void notifyProgress(ProgressParams params) {}

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }
}
