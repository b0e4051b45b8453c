package dev.colight.web;

import dev.colight.lsp.Abilities;
import dev.colight.lsp.AfterMessage;
import dev.colight.lsp.ClientSession;
import dev.colight.lsp.DocumentAnswers;
import dev.colight.lsp.Requests;
import dev.colight.lsp.Threads;
import dev.colight.lsp.TrustRequests;
import dev.colight.lsp.Verifier;
import dev.colight.protocol.ColightClient;
import dev.colight.protocol.DocumentParams;
import dev.colight.protocol.DocumentResult;
import dev.colight.protocol.FilesParams;
import dev.colight.protocol.FilesResult;
import dev.colight.protocol.PageServer;
import dev.colight.protocol.Protocol;
import dev.colight.protocol.RevealParams;
import dev.colight.protocol.ServerOptions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.jspecify.annotations.Nullable;

/**
 * What one page asks for. {@code rpc.LifecycleGate} sees to it that nothing is called before {@link
 * #initialize}.
 */
final class PageSession implements PageServer, DocumentAnswers, AutoCloseable {
  private final PageHost host;

  /** Does what may take a while, in the order in which the page asked. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.daemon("colight-page"));

  /** The documents that this page keeps open; owned by the thread. */
  private final Set<String> watched = new HashSet<>();

  private final AfterMessage afterMessage = new AfterMessage();

  private @Nullable ColightClient client;
  private volatile @Nullable Attached attached;

  /** What there is for a page once it has said what it can do. */
  private record Attached(
      ClientSession session, Requests requests, Verifier verifier, TrustRequests trusting) {}

  PageSession(PageHost host) {
    this.host = host;
  }

  /** Sets the client; to be called before anything is received from it. */
  void connect(ColightClient connected) {
    client = connected;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (client == null) {
      throw new IllegalStateException("no client is connected");
    }
    Abilities abilities = Abilities.of(params);
    ClientSession session =
        ClientSession.ofPage(client, abilities, host.documents(), host.payloads());
    attached =
        new Attached(
            session,
            new Requests(host.documents(), session, thread),
            new Verifier(host.documents(), session, client, thread),
            new TrustRequests(host.trust(), client, thread));
    host.registry().add(session);
    ServerCapabilities capabilities = new ServerCapabilities();
    capabilities.setExperimental(Map.of(Protocol.SECTION, new ServerOptions(Protocol.VERSION)));
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities, new ServerInfo("Colight Live", host.version())));
  }

  @Override
  public void initialized(InitializedParams params) {
    // There is nothing that waits for it.
  }

  @Override
  public CompletableFuture<DocumentResult> document(DocumentParams params) {
    String uri = params.uri();
    CompletableFuture<DocumentResult> answer = new CompletableFuture<>();
    afterMessage.run(() -> thread.execute(() -> watch(uri, answer)));
    return answer;
  }

  /** Notes that a message has been received. */
  void received() {
    afterMessage.received();
  }

  private void watch(String uri, CompletableFuture<DocumentResult> answer) {
    try {
      if (!watched.contains(uri)) {
        host.source().acquire(uri);
        host.documents().watch(uri, this);
        watched.add(uri);
      }
      host.registry().watch(attached().session(), host.documents(), uri, answer);
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public void unwatch(DocumentParams params) {
    thread.execute(
        () -> {
          if (watched.remove(params.uri())) {
            attached().session().unwatch(params.uri());
            leave(params.uri());
          }
        });
  }

  private void leave(String uri) {
    host.documents().unwatch(uri, this);
    host.source().release(uri);
  }

  @Override
  public CompletableFuture<FilesResult> files(FilesParams params) {
    return CompletableFuture.supplyAsync(() -> host.source().files(), thread);
  }

  @Override
  public void reveal(RevealParams params) {
    host.registry().reveal(params);
  }

  @Override
  public Requests requests() {
    return attached().requests();
  }

  @Override
  public TrustRequests trusting() {
    return attached().trusting();
  }

  @Override
  public Verifier verifier() {
    return attached().verifier();
  }

  @Override
  public void close() {
    Attached ended = attached;
    if (ended != null) {
      host.registry().remove(ended.session());
    }
    try {
      thread.execute(() -> watched.forEach(this::leave));
    } catch (RejectedExecutionException e) {
      return; // it has been closed before
    }
    thread.shutdown();
  }

  private Attached attached() {
    if (attached == null) {
      throw new IllegalStateException("the page is not initialized");
    }
    return attached;
  }
}
