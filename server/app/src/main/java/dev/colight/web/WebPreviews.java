package dev.colight.web;

import dev.colight.lsp.ClientRegistry;
import dev.colight.lsp.DocumentTrust;
import dev.colight.lsp.LiveDocuments;
import dev.colight.lsp.Previews;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Shows the documents that an editor has open in a browser; nothing is served before the first. */
public final class WebPreviews implements Previews {
  private final LiveDocuments documents;
  private final ClientRegistry registry;
  private final DocumentTrust trust;
  private final String version;
  private @Nullable WebServer server;
  private @Nullable PayloadStore payloads;

  private WebPreviews(
      LiveDocuments documents, ClientRegistry registry, DocumentTrust trust, String version) {
    this.trust = trust;
    this.documents = documents;
    this.registry = registry;
    this.version = version;
  }

  /**
   * Returns what makes them.
   *
   * @param version what the server says of itself
   */
  public static Previews.Factory of(String version) {
    return (documents, registry, trust) -> new WebPreviews(documents, registry, trust, version);
  }

  @Override
  public synchronized String url(@Nullable String document) {
    if (server == null) {
      payloads = PayloadStore.of(documents);
      try {
        DocumentSource source = new OpenDocuments(documents);
        server =
            WebServer.start(
                0, payloads, new PageHost(documents, registry, trust, source, payloads, version));
      } catch (IOException e) {
        payloads.close();
        throw new IllegalStateException("The page cannot be served: " + e.getMessage(), e);
      }
    }
    return server.url(document);
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
    if (payloads != null) {
      payloads.close();
    }
  }
}
