package dev.colight.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.colight.lsp.view.CommandNames;
import dev.colight.lsp.view.Settings;
import dev.colight.protocol.Protocol;
import dev.colight.protocol.TrustParams;
import dev.colight.protocol.TrustScope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** Carries out commands, and follows the settings. */
final class WorkspaceRequests implements WorkspaceService {
  private final LiveDocuments documents;
  private final Supplier<Attachment> attached;

  WorkspaceRequests(LiveDocuments documents, Supplier<Attachment> attached) {
    this.documents = documents;
    this.attached = attached;
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    List<Object> arguments = params.getArguments() == null ? List.of() : params.getArguments();
    String uri = text(arguments, 0, "the URI of a document");
    Requests requests = attached.get().requests();
    return switch (params.getCommand()) {
      case CommandNames.RUN -> requests.run(uri, null, true).thenApply(Object.class::cast);
      case CommandNames.RUN_BLOCK ->
          requests
              .run(uri, List.of(text(arguments, 1, "the id of a block")), true)
              .thenApply(Object.class::cast);
      case CommandNames.CANCEL -> requests.cancel(uri).thenApply(Object.class::cast);
      case CommandNames.RESTART -> requests.restart(uri).thenApply(Object.class::cast);
      case CommandNames.PREVIEW -> attached.get().previewer().open(uri);
      case CommandNames.LIVE -> {
        attached.get().sync().makeLive(uri);
        yield CompletableFuture.completedFuture(null);
      }
      case CommandNames.VERIFY -> attached.get().verifier().verifyAndTell(uri);
      case CommandNames.TRUST ->
          attached.get().trusting().trustAndTell(new TrustParams(uri, true, scope(arguments)));
      case CommandNames.REVOKE_TRUST ->
          attached.get().trusting().trustAndTell(new TrustParams(uri, false, null));
      default -> throw Requests.invalid("There is no command " + params.getCommand());
    };
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    if (params.getSettings() instanceof JsonObject settings && settings.has(Protocol.SECTION)) {
      apply(settings.get(Protocol.SECTION));
    } else {
      pullSettings();
    }
  }

  /** Asks the client for its settings, where it can be asked. */
  void pullSettings() {
    if (attached.get().session().abilities().configuration()) {
      ConfigurationItem item = new ConfigurationItem();
      item.setSection(Protocol.SECTION);
      var unused =
          attached
              .get()
              .client()
              .configuration(new ConfigurationParams(List.of(item)))
              .thenAccept(values -> apply(new Gson().toJsonTree(values.get(0))));
    }
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    documents.otherFiles().changedOnDisk();
  }

  private void apply(@Nullable JsonElement section) {
    ClientSession session = attached.get().session();
    Settings before = session.settings();
    Settings after = before.with(section);
    if (!after.equals(before)) {
      session.settings(after);
      documents.setRunPolicy(after.run());
      documents.setEffectPolicy(after.effects());
      documents.setTimeLimit(Duration.ofSeconds(after.timeoutSeconds()));
      if (!after.classPath().equals(before.classPath())) {
        documents.setLibraries(after.classPath(), session.abilities().roots());
      }
      if (!after.effectRules().equals(before.effectRules())) {
        documents.setEffectRules(after.effectRules());
      }
      documents.otherFiles().setRoots(after.sourceRoots());
    }
  }

  private static TrustScope scope(List<Object> arguments) {
    String name = arguments.size() < 2 ? "document" : text(arguments, 1, "document or folder");
    return switch (name) {
      case "document" -> TrustScope.DOCUMENT;
      case "folder" -> TrustScope.FOLDER;
      default -> throw Requests.invalid("There is document and folder to trust, not " + name);
    };
  }

  private static String text(List<Object> arguments, int index, String what) {
    if (index < arguments.size()) {
      Object argument = arguments.get(index);
      if (argument instanceof String text) {
        return text;
      }
      if (argument instanceof JsonPrimitive primitive && primitive.isString()) {
        return primitive.getAsString();
      }
    }
    throw Requests.invalid("Argument " + (index + 1) + " has to be " + what + ".");
  }
}
