package dev.colight.lsp;

import dev.colight.execution.Language;
import dev.colight.lsp.rpc.Connection;
import dev.colight.lsp.rpc.MessageReader;
import dev.colight.workspace.Workspace;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;

/** Serves one client over a pair of streams until either side ends the session. */
public final class LanguageServerProcess {
  private static final int BUFFER = 1 << 16;

  private LanguageServerProcess() {}

  /** Serves the documents of a workspace of its own, all of them trusted; returns the exit code. */
  public static int serve(
      Language language,
      Previews.Factory previews,
      String version,
      InputStream in,
      OutputStream out) {
    return serve(language, DocumentTrust.ofAll(), previews, version, in, out);
  }

  /** Serves the documents of a workspace of its own; returns the exit code. */
  public static int serve(
      Language language,
      DocumentTrust trust,
      Previews.Factory previews,
      String version,
      InputStream in,
      OutputStream out) {
    ClientRegistry registry = new ClientRegistry();
    try (Workspace workspace = new Workspace(language, trust, registry)) {
      trust.follow(workspace::trustChanged);
      return serve(new WorkspaceDocuments(workspace), registry, trust, previews, version, in, out);
    } finally {
      trust.close();
    }
  }

  /** Serves documents; returns the exit code. */
  public static int serve(
      LiveDocuments documents,
      ClientRegistry registry,
      DocumentTrust trust,
      Previews.Factory factory,
      String version,
      InputStream in,
      OutputStream out) {
    documents.otherFiles().listen(registry::fileProblems);
    // A message goes out with its header, so that a client wakes once for it, and not twice.
    OutputStream pieces = new BufferedOutputStream(out, BUFFER);
    CompletableFuture<Integer> exited = new CompletableFuture<>();
    try (Previews previews = factory.of(documents, registry, trust);
        ColightLanguageServer server =
            new ColightLanguageServer(
                documents, registry, trust, previews, version, exited::complete);
        Connection connection =
            new Connection(server, json -> new StreamMessageConsumer(pieces, json), null)) {
      server.connect(connection.client());
      Thread reader =
          Threads.daemon("colight-reader")
              .newThread(
                  () -> {
                    new MessageReader(in)
                        .listen(
                            message -> {
                              connection.receive(message);
                              server.received();
                            });
                    exited.complete(server.exitCode());
                  });
      reader.start();
      return exited.join();
    }
  }
}
