package dev.colight.lsp;

import dev.colight.lsp.view.TrustOptions;
import dev.colight.protocol.ColightClient;
import dev.colight.protocol.ColightServer;
import dev.colight.protocol.DocumentParams;
import dev.colight.protocol.DocumentResult;
import dev.colight.protocol.PreviewParams;
import dev.colight.protocol.PreviewResult;
import dev.colight.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/**
 * The life of a session with one client, and the requests of our own protocol. What may come when
 * is the business of {@code rpc.LifecycleGate}: but for {@link #exit}, nothing is called before
 * {@link #initialize}.
 */
public final class ColightLanguageServer implements ColightServer, DocumentAnswers, AutoCloseable {
  private static final int REQUEST_THREADS = 2;

  private final LiveDocuments documents;
  private final ClientRegistry registry;
  private final DocumentTrust trust;
  private final Previews previews;
  private final String version;
  private final IntConsumer exit;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(REQUEST_THREADS, Threads.daemon("colight-requests"));
  private final ExecutorService typing =
      Executors.newSingleThreadExecutor(Threads.daemon("colight-typing"));
  private final WorkspaceRequests workspaceRequests;
  private final TextDocuments textDocuments;
  private final AfterMessage afterMessage = new AfterMessage();
  private SourceFollowing sourceFollowing = SourceFollowing.NONE;
  private @Nullable ColightClient client;
  private volatile @Nullable Attachment attachment;
  private volatile boolean shutDown;

  /**
   * Creates a server.
   *
   * @param registry hears what happens in the documents
   * @param trust says which documents may run
   * @param previews show documents in a browser
   * @param version what it says of itself
   * @param exit told the exit code when the client or its end ends the session
   */
  public ColightLanguageServer(
      LiveDocuments documents,
      ClientRegistry registry,
      DocumentTrust trust,
      Previews previews,
      String version,
      IntConsumer exit) {
    this.documents = documents;
    this.registry = registry;
    this.trust = trust;
    this.previews = previews;
    this.version = version;
    this.exit = exit;
    workspaceRequests = new WorkspaceRequests(documents, this::attached);
    textDocuments = new TextDocuments(this::attached, uri -> registry.closed(documents, uri));
  }

  /** Sets the client; to be called before anything is read from it. */
  public void connect(ColightClient connected) {
    client = connected;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (client == null) {
      throw new IllegalStateException("no client is connected");
    }
    Abilities abilities = Abilities.of(params);
    trust.take(TrustOptions.of(params));
    if (trust.expectsTrusted()) {
      documents.warmUp();
    }
    TrustRequests trusting = new TrustRequests(trust, client, threads);
    ClientSession session =
        ClientSession.ofEditor(
            client,
            abilities,
            documents,
            new TrustWatcher(client, trust, trusting, abilities.questions()));
    EditingHelp help = new EditingHelp(documents, session, typing);
    session.whenRunEnds(help::prepare);
    attachment =
        new Attachment(
            client,
            session,
            new DocumentSync(documents, abilities.encoding()),
            new Requests(documents, session, threads),
            help,
            new SemanticMemory(),
            new Verifier(documents, session, client, threads),
            new Previewer(previews, client, session, threads),
            trusting);
    registry.add(session);
    documents.setRunPolicy(abilities.settings().run());
    documents.setEffectPolicy(abilities.settings().effects());
    documents.setTimeLimit(Duration.ofSeconds(abilities.settings().timeoutSeconds()));
    if (!abilities.settings().classPath().isEmpty()) {
      documents.setLibraries(abilities.settings().classPath(), abilities.roots());
    }
    if (!abilities.settings().effectRules().isEmpty()) {
      documents.setEffectRules(abilities.settings().effectRules());
    }
    documents.otherFiles().setRoots(abilities.settings().sourceRoots());
    sourceFollowing = SourceFollowing.of(params);
    if (params.getProcessId() != null) {
      watch(params.getProcessId());
    }
    return CompletableFuture.completedFuture(
        new InitializeResult(Capabilities.of(abilities), new ServerInfo("Colight Live", version)));
  }

  @Override
  public void initialized(InitializedParams params) {
    if (attached().session().abilities().configurationEvents()) {
      var unused =
          attached()
              .client()
              .registerCapability(
                  new RegistrationParams(
                      List.of(
                          new Registration(
                              "colight-settings",
                              "workspace/didChangeConfiguration",
                              Map.of("section", Protocol.SECTION)))));
    }
    List<Registration> registrations = sourceFollowing.registrations();
    if (!registrations.isEmpty()) {
      var unused = attached().client().registerCapability(new RegistrationParams(registrations));
    }
    workspaceRequests.pullSettings();
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exit.accept(exitCode());
  }

  /** Returns what the process has to exit with: 0 after a shutdown, else 1. */
  public int exitCode() {
    return shutDown ? 0 : 1;
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return textDocuments;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspaceRequests;
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    String uri =
        params.getToken().isLeft() ? ProgressWatcher.uri(params.getToken().getLeft()) : null;
    if (uri != null) {
      documents.cancel(uri);
    }
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // There is no trace to switch on.
  }

  @Override
  public CompletableFuture<DocumentResult> document(DocumentParams params) {
    CompletableFuture<DocumentResult> answer = new CompletableFuture<>();
    afterMessage.run(() -> registry.watch(attached().session(), documents, params.uri(), answer));
    return answer;
  }

  /** Notes that a message from the client has been received. */
  public void received() {
    afterMessage.received();
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
  public CompletableFuture<PreviewResult> preview(PreviewParams params) {
    return attached().previewer().preview(params.uri());
  }

  @Override
  public void close() {
    if (attachment != null) {
      registry.remove(attachment.session());
    }
    threads.shutdownNow();
    typing.shutdownNow();
  }

  private Attachment attached() {
    if (attachment == null) {
      throw new IllegalStateException("the server is not initialized");
    }
    return attachment;
  }

  /**
   * Ends when the client's process does. One that cannot be seen (it may be in another container)
   * is not waited for; the end of the input tells as well.
   */
  private void watch(int process) {
    ProcessHandle.of(process)
        .map(ProcessHandle::onExit)
        .ifPresent(
            ended -> {
              var unused = ended.thenRun(() -> exit.accept(exitCode()));
            });
  }
}
