package dev.colight.web;

import dev.colight.document.BlockId;
import dev.colight.java.JavaLanguage;
import dev.colight.lsp.ClientRegistry;
import dev.colight.lsp.DocumentTrust;
import dev.colight.lsp.LiveDocuments;
import dev.colight.lsp.WorkspaceDocuments;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A server of its own with documents of its own, which live. */
final class ServerFixture implements AutoCloseable {
  static final String URI = "file:///live.jsh";
  private static final Range EVERYTHING = Range.of(0, 0, Integer.MAX_VALUE, 0);

  final HandClock clock = new HandClock();
  final Access access = new Access(clock, Duration.ofMinutes(10));
  final ClientRegistry registry = new ClientRegistry();
  final LiveDocuments documents;
  final PayloadStore payloads;
  final WebServer server;
  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
  private final Workspace workspace = new Workspace(language, registry);
  private int version;

  ServerFixture() throws IOException {
    this(Limits.USUAL);
  }

  ServerFixture(Limits limits) throws IOException {
    documents = new WorkspaceDocuments(workspace);
    payloads = new PayloadStore(documents, clock, Duration.ofSeconds(30), 1L << 30);
    DocumentSource source = new OpenDocuments(documents);
    server =
        new WebServer(
            0,
            limits,
            access,
            payloads,
            new PageHost(documents, registry, DocumentTrust.ofAll(), source, payloads, "test"));
  }

  /** Replaces the text of the one document. */
  void type(String text) {
    if (version++ == 0) {
      documents.open(URI, version, text);
    } else {
      documents.change(URI, version, List.of(new TextEdit(EVERYTHING, text)));
    }
  }

  int version() {
    return version;
  }

  int port() {
    return server.port();
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  /** Puts a payload where pages load it; returns its address. */
  String link(String type, String content) {
    return Objects.requireNonNull(payloads.link("u", new BlockId(1), type, content).url());
  }

  /** Returns the header that lets a browser in. */
  String cookie() {
    return "Cookie: colight-" + port() + "=" + access.exchange(access.newToken()).orElseThrow();
  }

  /** Asks as a browser does that has been let in. */
  RawHttp.Answer get(String path) throws IOException {
    return RawHttp.send(port(), "GET " + path + " HTTP/1.1", List.of("Host: " + host(), cookie()));
  }

  PageClient page() throws Exception {
    return new PageClient(this, List.of("text/html", "image/png"));
  }

  @Override
  public void close() {
    server.close();
    payloads.close();
    workspace.close();
    language.close();
  }
}
