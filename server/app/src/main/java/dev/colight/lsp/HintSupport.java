package dev.colight.lsp;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ClientInfo;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.jspecify.annotations.Nullable;

/** How a client shows results beside their code, if it speaks nothing but LSP. */
public enum HintSupport {
  /** It knows no inlay hints, as they are of LSP 3.17: results come as diagnostics. */
  NONE,

  /** It asks for inlay hints once after an edit, and keeps what it gets. */
  ONCE,

  /**
   * It can be asked to fetch inlay hints anew, but when it draws between being asked and getting
   * them, it takes the old ones for painted and never paints the new: it is asked once more after
   * each answer that is another than the last. Neovim since 0.11, and before it with a handler.
   */
  REPAINTED,

  /** It can be asked to fetch inlay hints anew. */
  REFRESHED;

  private static final Pattern MINOR = Pattern.compile("0\\.(\\d+)\\b.*");
  private static final int FIRST_MINOR = 11;

  /**
   * Returns how long a client can be let wait for its hints: Eglot takes no answer after 10
   * seconds, Helix none after 20.
   */
  static Duration patience(InitializeParams params) {
    ClientInfo client = params.getClientInfo();
    boolean eglot = client != null && "Emacs".equals(client.getName());
    return Duration.ofSeconds(eglot ? 8 : 16);
  }

  /**
   * Returns how a client shows results.
   *
   * @param repaints whether it says that it paints hints anew whenever it is asked to, although it
   *     is an editor that by itself does not
   */
  static HintSupport of(InitializeParams params, boolean repaints) {
    Optional<ClientCapabilities> client = Optional.ofNullable(params.getCapabilities());
    boolean refreshed =
        client
                .map(ClientCapabilities::getWorkspace)
                .map(workspace -> workspace.getInlayHint())
                .map(InlayHintWorkspaceCapabilities::getRefreshSupport)
                .orElse(false)
            && (repaints || !paintsOnce(params.getClientInfo()));
    boolean known =
        client
            .map(ClientCapabilities::getTextDocument)
            .map(TextDocumentClientCapabilities::getInlayHint)
            .isPresent();
    boolean neovim =
        params.getClientInfo() != null && "Neovim".equals(params.getClientInfo().getName());
    return refreshed ? neovim ? REPAINTED : REFRESHED : known ? ONCE : NONE;
  }

  /** Tells whether the client can be asked to fetch hints anew. */
  boolean canRefresh() {
    return this == REFRESHED || this == REPAINTED;
  }

  /**
   * Tells whether a client says that it can be asked, and does ask, but paints nothing new before
   * the text has changed again: Neovim before 0.11.
   */
  private static boolean paintsOnce(@Nullable ClientInfo client) {
    if (client == null || client.getVersion() == null || !"Neovim".equals(client.getName())) {
      return false;
    }
    Matcher minor = MINOR.matcher(client.getVersion());
    return minor.matches() && Integer.parseInt(minor.group(1)) < FIRST_MINOR;
  }
}
