package dev.colight.lsp;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import dev.colight.protocol.BlockOutputParams;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.ColightClient;
import dev.colight.protocol.RunEndParams;
import dev.colight.protocol.RunStartParams;
import dev.colight.protocol.StatusParams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;

/** Keeps what the server says; answers refreshes when the test says so. */
final class RecordingClient implements ColightClient {
  private static final int PATIENCE_SECONDS = 30;

  /** Messages in order: params, or for those without any the name of the method. */
  final BlockingQueue<Object> messages = new LinkedBlockingQueue<>();

  /** Refreshes that have not been answered. */
  final BlockingQueue<CompletableFuture<Void>> refreshes = new LinkedBlockingQueue<>();

  /** What it says when it is asked for its settings. */
  volatile JsonObject settings = new JsonObject();

  /** Waits for the next message of a type; those before it are passed over. */
  <T> T await(Class<T> type) throws InterruptedException {
    List<Object> passed = new ArrayList<>();
    while (true) {
      Object message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        return fail("no " + type.getSimpleName() + " came, but " + passed);
      }
      if (type.isInstance(message)) {
        return type.cast(message);
      }
      passed.add(message);
    }
  }

  @Override
  public void runStart(RunStartParams params) {
    messages.add(params);
  }

  @Override
  public void blockResult(BlockResultParams params) {
    messages.add(params);
  }

  @Override
  public void blockOutput(BlockOutputParams params) {
    messages.add(params);
  }

  @Override
  public void runEnd(RunEndParams params) {
    messages.add(params);
  }

  @Override
  public void status(StatusParams params) {
    messages.add(params);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    messages.add(params);
  }

  @Override
  public void logMessage(MessageParams params) {
    messages.add(params);
  }

  @Override
  public void showMessage(MessageParams params) {
    messages.add(params);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return fail("nobody asks the user");
  }

  @Override
  public void telemetryEvent(Object object) {
    fail("there is no telemetry");
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    refreshes.add(answer);
    messages.add("refresh hints");
    return answer;
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    messages.add("refresh lenses");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    messages.add(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    messages.add(params);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    return CompletableFuture.completedFuture(List.of(settings));
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    messages.add(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
    messages.add(params);
    return CompletableFuture.completedFuture(new ShowDocumentResult(true));
  }
}
