package dev.colight.lsp.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/**
 * What a client can do with help for editing.
 *
 * @param snippets whether it takes text with placeholders
 * @param labelDetails whether it shows parameters beside a name
 * @param prepareRename whether it asks what can be renamed before it asks for the new name
 * @param documentChanges whether it takes changes of several documents with their versions
 * @param fileRenames whether it gives files other names, too
 * @param codeActions whether it takes changes themselves, as opposed to commands
 */
public record EditingSupport(
    boolean snippets,
    boolean labelDetails,
    boolean prepareRename,
    boolean documentChanges,
    boolean fileRenames,
    boolean codeActions) {
  /** Reads it from the parameters of {@code initialize}, any part of which may be missing. */
  public static EditingSupport of(InitializeParams params) {
    Optional<TextDocumentClientCapabilities> client =
        Optional.ofNullable(params.getCapabilities()).map(ClientCapabilities::getTextDocument);
    Optional<CompletionItemCapabilities> item =
        client
            .map(TextDocumentClientCapabilities::getCompletion)
            .map(CompletionCapabilities::getCompletionItem);
    Optional<WorkspaceEditCapabilities> edits =
        Optional.ofNullable(params.getCapabilities())
            .map(ClientCapabilities::getWorkspace)
            .map(WorkspaceClientCapabilities::getWorkspaceEdit);
    boolean renames = // Neovim says this alone; it makes no sense without changes of documents
        edits
            .map(WorkspaceEditCapabilities::getResourceOperations)
            .orElse(List.of())
            .contains(ResourceOperationKind.Rename);
    return new EditingSupport(
        item.map(CompletionItemCapabilities::getSnippetSupport).orElse(false),
        item.map(CompletionItemCapabilities::getLabelDetailsSupport).orElse(false),
        client
            .map(TextDocumentClientCapabilities::getRename)
            .map(RenameCapabilities::getPrepareSupport)
            .orElse(false),
        edits.map(WorkspaceEditCapabilities::getDocumentChanges).orElse(false) || renames,
        renames,
        client
            .map(TextDocumentClientCapabilities::getCodeAction)
            .map(CodeActionCapabilities::getCodeActionLiteralSupport)
            .isPresent());
  }
}
