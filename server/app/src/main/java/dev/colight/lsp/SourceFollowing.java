package dev.colight.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.SynchronizationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * How a client can tell of sources that documents use. It is asked for nothing but their texts, and
 * shows nothing in them but lenses, so that nobody competes with its other extensions for Java.
 *
 * @param buffers whether it can be asked for the texts of those that are open
 * @param files whether it can be asked to say when they change on the disk
 * @param lenses whether it can be asked to show lenses in them
 */
record SourceFollowing(boolean buffers, boolean files, boolean lenses) {
  static final SourceFollowing NONE = new SourceFollowing(false, false, false);

  private static final List<Map<String, String>> SOURCES =
      List.of(Map.of("scheme", "file", "pattern", "**/*.java"));

  static SourceFollowing of(InitializeParams params) {
    Optional<ClientCapabilities> client = Optional.ofNullable(params.getCapabilities());
    return new SourceFollowing(
        client
            .map(ClientCapabilities::getTextDocument)
            .map(TextDocumentClientCapabilities::getSynchronization)
            .map(SynchronizationCapabilities::getDynamicRegistration)
            .orElse(false),
        client
            .map(ClientCapabilities::getWorkspace)
            .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
            .orElse(false),
        client
            .map(ClientCapabilities::getTextDocument)
            .map(TextDocumentClientCapabilities::getCodeLens)
            .map(CodeLensCapabilities::getDynamicRegistration)
            .orElse(false));
  }

  /** Returns what to ask the client for. */
  List<Registration> registrations() {
    List<Registration> registrations = new ArrayList<>();
    if (buffers) {
      Map<String, Object> sources = Map.of("documentSelector", SOURCES);
      registrations.add(new Registration("colight-source-open", "textDocument/didOpen", sources));
      registrations.add(new Registration("colight-source-close", "textDocument/didClose", sources));
      registrations.add(
          new Registration(
              "colight-source-change",
              "textDocument/didChange",
              Map.of("documentSelector", SOURCES, "syncKind", TextDocumentSyncKind.Incremental)));
    }
    if (buffers && lenses) {
      registrations.add(
          new Registration(
              "colight-source-lenses",
              "textDocument/codeLens",
              Map.of("documentSelector", SOURCES, "resolveProvider", false)));
    }
    if (files) {
      registrations.add(
          new Registration(
              "colight-source-files",
              "workspace/didChangeWatchedFiles",
              Map.of("watchers", List.of(Map.of("globPattern", "**/*.java")))));
    }
    return registrations;
  }
}
