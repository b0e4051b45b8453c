package dev.colight.lsp;

import static dev.colight.lsp.LspHarness.URI;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that have a client and a server of their own each. */
abstract class WithServer {
  static final TextDocumentIdentifier DOCUMENT = new TextDocumentIdentifier(URI);

  @SuppressWarnings("NullAway.Init") // set before each test
  LspHarness lsp;

  @BeforeEach
  void start() throws Exception {
    lsp = new LspHarness();
  }

  @AfterEach
  void stop() throws Exception {
    lsp.close();
  }

  static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  /** Asks for the hints of the whole document. */
  CompletableFuture<List<InlayHint>> askForHints() {
    Range all = new Range(new Position(0, 0), new Position(1_000, 0));
    return lsp.server.getTextDocumentService().inlayHint(new InlayHintParams(DOCUMENT, all));
  }
}
