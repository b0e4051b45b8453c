package dev.colight.lsp;

import dev.colight.lsp.feature.SemanticMarks;
import dev.colight.lsp.view.CommandNames;
import dev.colight.protocol.Protocol;
import dev.colight.protocol.ServerOptions;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;

/** What the server can do. */
final class Capabilities {
  private Capabilities() {}

  /** Returns what it can do for a client. */
  static ServerCapabilities of(Abilities client) {
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    ServerCapabilities server = new ServerCapabilities();
    server.setPositionEncoding(client.encoding().wireName());
    server.setTextDocumentSync(sync);
    server.setInlayHintProvider(true);
    server.setHoverProvider(true);
    server.setCodeLensProvider(new CodeLensOptions(false));
    server.setDocumentSymbolProvider(true);
    server.setFoldingRangeProvider(true);
    server.setCompletionProvider(new CompletionOptions(true, List.of(".", "@")));
    server.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ","), List.of(")")));
    server.setDefinitionProvider(true);
    server.setReferencesProvider(true);
    server.setDocumentHighlightProvider(true);
    server.setDocumentFormattingProvider(true);
    server.setDocumentRangeFormattingProvider(true);
    if (client.editing().prepareRename()) {
      server.setRenameProvider(new RenameOptions(true));
    } else {
      server.setRenameProvider(true);
    }
    if (client.editing().codeActions()) {
      server.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    }
    server.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(
            SemanticMarks.legend(), new SemanticTokensServerFull(true), true));
    server.setExecuteCommandProvider(new ExecuteCommandOptions(CommandNames.all()));
    server.setExperimental(Map.of(Protocol.SECTION, new ServerOptions(Protocol.VERSION)));
    return server;
  }
}
