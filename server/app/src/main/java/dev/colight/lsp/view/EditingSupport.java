package dev.colight.lsp.view;

import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * What a client can do with help for editing.
 *
 * @param snippets whether it takes text with placeholders
 * @param labelDetails whether it shows parameters beside a name
 * @param prepareRename whether it asks what can be renamed before it asks for the new name
 * @param codeActions whether it takes changes themselves, as opposed to commands
 */
public record EditingSupport(
    boolean snippets, boolean labelDetails, boolean prepareRename, boolean codeActions) {
  /** Reads it from the parameters of {@code initialize}, any part of which may be missing. */
  public static EditingSupport of(InitializeParams params) {
    Optional<TextDocumentClientCapabilities> client =
        Optional.ofNullable(params.getCapabilities()).map(ClientCapabilities::getTextDocument);
    Optional<CompletionItemCapabilities> item =
        client
            .map(TextDocumentClientCapabilities::getCompletion)
            .map(CompletionCapabilities::getCompletionItem);
    return new EditingSupport(
        item.map(CompletionItemCapabilities::getSnippetSupport).orElse(false),
        item.map(CompletionItemCapabilities::getLabelDetailsSupport).orElse(false),
        client
            .map(TextDocumentClientCapabilities::getRename)
            .map(RenameCapabilities::getPrepareSupport)
            .orElse(false),
        client
            .map(TextDocumentClientCapabilities::getCodeAction)
            .map(CodeActionCapabilities::getCodeActionLiteralSupport)
            .isPresent());
  }
}
