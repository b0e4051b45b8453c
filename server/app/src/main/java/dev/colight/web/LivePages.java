package dev.colight.web;

import dev.colight.execution.Language;
import dev.colight.lsp.ClientRegistry;
import dev.colight.lsp.DocumentTrust;
import dev.colight.lsp.LiveDocuments;
import dev.colight.lsp.WorkspaceDocuments;
import dev.colight.lsp.view.Settings;
import dev.colight.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Serves documents from disk to browsers, without an editor. */
public final class LivePages implements AutoCloseable {
  /** How long a document stays open that nobody watches: a page that is loaded anew comes back. */
  private static final Duration LINGER = Duration.ofMinutes(2);

  private final Workspace workspace;
  private final DocumentTrust trust;
  private final DocumentSource source;
  private final PayloadStore payloads;
  private final WebServer server;
  private final @Nullable String document;

  private LivePages(
      Language language,
      DocumentTrust trust,
      String version,
      Shelf shelf,
      @Nullable String document,
      int port)
      throws IOException {
    ClientRegistry registry = new ClientRegistry();
    this.workspace = new Workspace(language, trust, registry);
    this.trust = trust;
    this.document = document;
    LiveDocuments documents = new WorkspaceDocuments(workspace);
    documents.setTimeLimit(Duration.ofSeconds(Settings.defaults().timeoutSeconds()));
    this.source = new DiskDocuments(shelf, documents, registry, LINGER);
    this.payloads = PayloadStore.of(documents);
    try {
      this.server =
          WebServer.start(
              port, payloads, new PageHost(documents, registry, trust, source, payloads, version));
      trust.follow(workspace::trustChanged);
      if (document != null) {
        source.acquire(document); // it runs before anybody looks, and for as long as this does
      }
    } catch (IOException | RuntimeException e) {
      source.close();
      payloads.close();
      workspace.close();
      trust.close();
      throw e;
    }
  }

  /**
   * Serves one document, which runs from now on.
   *
   * @param trust says whether it may
   * @param port 0 for any that is free
   * @throws IOException where the port cannot be had
   */
  public static LivePages ofFile(
      Language language, DocumentTrust trust, String version, Path file, int port)
      throws IOException {
    Shelf.SingleFile shelf = new Shelf.SingleFile(file);
    return new LivePages(language, trust, version, shelf, shelf.uri(), port);
  }

  /**
   * Serves the documents of a folder, each of which runs while somebody looks at it.
   *
   * @param trust says which of them may
   * @param port 0 for any that is free
   * @throws IOException where the port cannot be had, or the folder cannot be read
   */
  public static LivePages ofFolder(
      Language language, DocumentTrust trust, String version, Path folder, int port)
      throws IOException {
    return new LivePages(language, trust, version, new ServedFolder(folder), null, port);
  }

  /** Returns an address of the page that is good once. */
  public String url() {
    return server.url(document);
  }

  /**
   * Returns an address of the page that is good once.
   *
   * @param used done when it has been used; must not wait
   */
  public String url(Runnable used) {
    return server.url(document, used);
  }

  @Override
  public void close() {
    try {
      server.close();
      source.close();
      payloads.close();
    } finally {
      workspace.close(); // or else workers would go on
      trust.close();
    }
  }
}
