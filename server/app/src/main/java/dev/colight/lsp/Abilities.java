package dev.colight.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import dev.colight.lsp.view.EditingSupport;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Settings;
import dev.colight.protocol.ClientOptions;
import dev.colight.protocol.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What a client can do, as it said when it was initialized.
 *
 * @param encoding how it counts columns
 * @param settings the settings that it sent along
 * @param options what it said of itself to our protocol
 * @param hints how it shows results, if it shows nothing of ours
 * @param patience how long it waits for inlay hints
 * @param lensRefresh whether it can be asked to fetch code lenses anew
 * @param progress whether it shows the progress of work
 * @param editing what it can do with help for editing
 * @param nestedSymbols whether it takes an outline with levels
 * @param showDocument whether it can be asked to show a document or an address
 * @param questions whether it shows messages with answers to choose from
 * @param configuration whether it can be asked for its settings
 * @param configurationEvents whether it tells of changed settings only when asked to
 * @param roots the folders that it has open
 */
public record Abilities(
    Encoding encoding,
    Settings settings,
    ClientOptions options,
    HintSupport hints,
    Duration patience,
    boolean lensRefresh,
    boolean progress,
    EditingSupport editing,
    boolean nestedSymbols,
    boolean showDocument,
    boolean questions,
    boolean configuration,
    boolean configurationEvents,
    List<Path> roots) {
  private static final ClientOptions SILENT = new ClientOptions(0, null, false, false, null);

  /** Tells whether it speaks our protocol. */
  public boolean colight() {
    return options.protocol() == Protocol.VERSION;
  }

  /** Reads them from the parameters of {@code initialize}, any part of which may be missing. */
  public static Abilities of(InitializeParams params) {
    JsonElement options = options(params);
    Optional<ClientCapabilities> client = Optional.ofNullable(params.getCapabilities());
    Optional<WorkspaceClientCapabilities> workspace = client.map(ClientCapabilities::getWorkspace);
    return new Abilities(
        Encoding.negotiate(
            client
                .map(ClientCapabilities::getGeneral)
                .map(GeneralClientCapabilities::getPositionEncodings)
                .orElse(null)),
        Settings.defaults().with(options),
        clientOptions(options),
        HintSupport.of(params, repaints(options)),
        HintSupport.patience(params),
        workspace
            .map(WorkspaceClientCapabilities::getCodeLens)
            .map(CodeLensWorkspaceCapabilities::getRefreshSupport)
            .orElse(false),
        client
            .map(ClientCapabilities::getWindow)
            .map(WindowClientCapabilities::getWorkDoneProgress)
            .orElse(false),
        EditingSupport.of(params),
        client
            .map(ClientCapabilities::getTextDocument)
            .map(TextDocumentClientCapabilities::getDocumentSymbol)
            .map(DocumentSymbolCapabilities::getHierarchicalDocumentSymbolSupport)
            .orElse(false),
        client
            .map(ClientCapabilities::getWindow)
            .map(WindowClientCapabilities::getShowDocument)
            .map(ShowDocumentCapabilities::isSupport)
            .orElse(false),
        client
            .map(ClientCapabilities::getWindow)
            .map(WindowClientCapabilities::getShowMessage)
            .isPresent(),
        workspace.map(WorkspaceClientCapabilities::getConfiguration).orElse(false),
        workspace
            .map(WorkspaceClientCapabilities::getDidChangeConfiguration)
            .map(DidChangeConfigurationCapabilities::getDynamicRegistration)
            .orElse(false),
        Roots.of(params));
  }

  private static @Nullable JsonElement options(InitializeParams params) {
    return params.getInitializationOptions() instanceof JsonObject options
        ? options.get(Protocol.SECTION)
        : null;
  }

  private static boolean repaints(@Nullable JsonElement options) {
    return options instanceof JsonObject said
        && new JsonPrimitive(true).equals(said.get("repaints"));
  }

  private static ClientOptions clientOptions(@Nullable JsonElement options) {
    if (!(options instanceof JsonObject)) {
      return SILENT;
    }
    try {
      return new Gson().fromJson(options, ClientOptions.class);
    } catch (JsonSyntaxException e) {
      return SILENT;
    }
  }
}
