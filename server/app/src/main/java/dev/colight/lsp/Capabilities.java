package dev.colight.lsp;

import dev.colight.lsp.view.CommandNames;
import dev.colight.protocol.Protocol;
import dev.colight.protocol.ServerOptions;
import java.util.Map;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
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
    server.setExecuteCommandProvider(new ExecuteCommandOptions(CommandNames.all()));
    server.setExperimental(Map.of(Protocol.SECTION, new ServerOptions(Protocol.VERSION)));
    return server;
  }
}
