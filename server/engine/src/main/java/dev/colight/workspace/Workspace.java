package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.document.BlockId;
import dev.colight.execution.Assistant;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import dev.colight.execution.Consent;
import dev.colight.execution.EffectSummary;
import dev.colight.execution.Expansion;
import dev.colight.execution.Language;
import dev.colight.execution.OtherFiles;
import dev.colight.execution.PlannerCommand;
import dev.colight.execution.PlannerEvent;
import dev.colight.graph.Problem;
import dev.colight.text.TextEdit;
import dev.colight.trust.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The open documents and their results. All methods may be called from any thread and return at
 * once; one event after the other is worked on, in the order of the calls.
 */
public final class Workspace implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Workspace.class.getName());

  /** How long nobody watches a document before what is kept for its next edit goes. */
  private static final Duration UNWATCHED_DELAY = Duration.ofMinutes(5);

  private final Language language;
  private final WorkspaceListener listener;
  private final AnalysisMemo memo;
  private final SessionServices services;
  private final Threads threads;
  private final TrustedDocuments trusted;

  /** Owned by the event thread. */
  private final Map<String, DocumentSession> sessions = new HashMap<>();

  /** The sessions of open documents, and those of clean runs; owned by the event thread. */
  private final Set<DocumentSession> alive = new HashSet<>();

  private final Verifications verifications = new Verifications(new CleanSessions());
  private final Watchers watchers = new Watchers(this::after, this::rest, UNWATCHED_DELAY);

  private final Map<String, SnapshotView> snapshots = new ConcurrentHashMap<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private RunPolicy policy = RunPolicy.TYPE;
  private EffectPolicy effects = EffectPolicy.HOLD;
  private Duration timeLimit = Duration.ZERO;

  /** Creates an empty workspace for documents that somebody has asked to run. */
  public Workspace(Language language, WorkspaceListener listener) {
    this(language, Trust.ALL, listener);
  }

  /**
   * Creates an empty workspace that tells {@code listener} what happens.
   *
   * @param trust says which documents may run
   */
  public Workspace(Language language, Trust trust, WorkspaceListener listener) {
    this(language, trust, listener, new DaemonThreads());
  }

  Workspace(Language language, Trust trust, WorkspaceListener listener, Threads threads) {
    language.begin();
    this.trusted = new TrustedDocuments(trust);
    this.language = language;
    this.listener = listener;
    this.threads = threads;
    this.memo = new AnalysisMemo(language.analyzer());
    this.services =
        new SessionServices(
            language,
            memo,
            threads::nanos,
            this::after,
            this::compile,
            this::answer,
            this::whileAlive,
            () -> effects == EffectPolicy.RUN ? Consent.ALL : Consent.NONE,
            this::forget);
  }

  /** Opens a document (again, where it is open: with all of its text replaced). */
  public void open(String uri, int version, String text) {
    trusted.open(uri, may -> post(() -> opened(uri, version, text, may)));
  }

  private void opened(String uri, int version, String text, boolean may) {
    DocumentSession session = sessions.get(uri);
    if (session == null) {
      session = start(uri, may, this::heard, view -> snapshots.put(uri, view), () -> timeLimit);
      sessions.put(uri, session);
    }
    session.replace(version, text, Reason.OPEN, policy != RunPolicy.MANUAL);
    trust(uri, session, may);
    watchers.await(uri);
  }

  /** Finds out anew which of the open documents are trusted; what is not any more stops. */
  public void trustChanged() {
    trusted.changed((uri, may) -> withSession(uri, session -> trust(uri, session, may)));
  }

  private void trust(String uri, DocumentSession session, boolean may) {
    if (!may) {
      verifications.abandon(uri, Verification.Cause.UNTRUSTED);
    }
    session.trust(may, policy != RunPolicy.MANUAL);
  }

  /** Notes that a document is about to be opened that may run. */
  public void warmUp() {
    language.warmUp();
  }

  private DocumentSession start(
      String uri,
      boolean may,
      WorkspaceListener hears,
      Consumer<SnapshotView> publish,
      Supplier<Duration> blockLimit) {
    DocumentSession session = new DocumentSession(uri, may, services, hears, publish, blockLimit);
    alive.add(session);
    return session;
  }

  private void end(DocumentSession session) {
    alive.remove(session);
    session.close();
  }

  /** Brings an answer to the session that asked, if it is still there. */
  private void answer(DocumentSession asker, PlannerEvent event) {
    post(threads.answers(), ifAlive(asker, () -> asker.on(event)));
  }

  private void whileAlive(DocumentSession session, Runnable task) {
    post(ifAlive(session, task));
  }

  private Runnable ifAlive(DocumentSession session, Runnable task) {
    return () -> {
      if (alive.contains(session)) {
        task.run();
      }
    };
  }

  private void compile(DocumentSession asker, PlannerCommand.Compile command) {
    CodeCompiler compiler = asker.toolchain().compiler();
    threads
        .compilations()
        .execute(
            () -> {
              List<Compiled> results = compileSafely(compiler, command.units());
              answer(asker, new PlannerEvent.CompileDone(results));
            });
  }

  /** Drops code, unless another document has it too; what is asked for later comes after this. */
  private void forget(Collection<CodeKey> keys) {
    List<CodeKey> unknown =
        keys.stream()
            .filter(key -> alive.stream().noneMatch(session -> session.knows(key)))
            .toList();
    try {
      threads.compilations().execute(() -> language.compiler().forget(unknown));
    } catch (RejectedExecutionException e) {
      // all is closing: there is nobody left to keep it for
    }
  }

  /**
   * The compiler promises never to throw; if it does, the code is at fault as far as people see.
   */
  private static List<Compiled> compileSafely(CodeCompiler compiler, List<CompileUnit> units) {
    try {
      return compiler.compile(units);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Level.SEVERE, "the compiler failed", e);
      List<Compiled> results = new ArrayList<>();
      for (CompileUnit unit : units) {
        Problem problem =
            new Problem(Problem.Severity.ERROR, "the compiler cannot cope with this code", 0, 0);
        results.add(
            new Compiled(
                unit.key(),
                List.of(problem),
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                false,
                EffectSummary.NONE));
      }
      return results;
    }
  }

  /** Applies edits, one after the other, each to the text that the one before left. */
  public void change(String uri, int version, List<TextEdit> edits) {
    withSession(uri, session -> session.edit(version, edits, policy == RunPolicy.TYPE));
  }

  /** Notes that a document was saved; runs what waited for that. */
  public void save(String uri) {
    withSession(
        uri,
        session -> {
          if (policy != RunPolicy.MANUAL) {
            session.saved();
          }
        });
  }

  /** Closes a document; its worker and its results go. */
  public void close(String uri) {
    trusted.close(uri, () -> post(() -> closed(uri)));
  }

  private void closed(String uri) {
    DocumentSession session = sessions.remove(uri);
    if (session != null) {
      verifications.abandon(uri, Verification.Cause.CLOSED);
      end(session);
      snapshots.remove(uri);
      watchers.closed(uri);
    }
  }

  /**
   * Notes that somebody looks at a document, open or not. While nobody does, and for some time has
   * not, an open document has no worker and keeps no results but those that it shows; its next run
   * makes what it needs again.
   *
   * @param watcher tells watchers apart, by {@code equals}
   */
  public void watch(String uri, Object watcher) {
    post(() -> watchers.watch(uri, watcher));
  }

  /** Notes that one of those who looked at a document does not any more. */
  public void unwatch(String uri, Object watcher) {
    post(() -> watchers.unwatch(uri, watcher));
  }

  /** Sets how long nobody may look at a document before what it keeps goes; 5 minutes at first. */
  public void setUnwatchedDelay(Duration delay) {
    post(() -> watchers.delay(delay));
  }

  /** A document in the middle of a run comes to rest later: the end of the run sees to it. */
  private void rest(String uri) {
    DocumentSession session = sessions.get(uri);
    if (session != null) {
      session.rest();
    }
  }

  /** Sets what sets off a run, for all documents. */
  public void setRunPolicy(RunPolicy newPolicy) {
    post(() -> policy = newPolicy);
  }

  /**
   * Sets what becomes of blocks that touch the outside world, for all documents; they are held at
   * first. What is held runs where it is to be held no more.
   */
  public void setEffectPolicy(EffectPolicy newPolicy) {
    post(
        () -> {
          boolean lifted = effects == EffectPolicy.HOLD && newPolicy == EffectPolicy.RUN;
          effects = newPolicy;
          if (lifted) {
            alive.forEach(DocumentSession::release);
          }
        });
  }

  /**
   * Sets how long a block may run that nobody asked to run, other than by opening the document or
   * typing; zero is for ever, and what holds at first.
   */
  public void setTimeLimit(Duration limit) {
    post(() -> timeLimit = limit);
  }

  /**
   * Has all documents see more libraries, and run again what can tell.
   *
   * @param entries jars, folders and patterns, as people write them
   * @param roots folders from which relative ones start, for documents in them
   */
  public void setLibraries(List<String> entries, List<Path> roots) {
    post(
        () -> {
          language.setLibraries(entries, roots);
          List.copyOf(sessions.values()).forEach(DocumentSession::prepareAgain);
        });
  }

  /**
   * Has more count as touching the outside world, or less, in all documents.
   *
   * @param rules as the language has them written
   */
  public void setEffectRules(List<String> rules) {
    post(
        () -> {
          language.setEffectRules(rules);
          List.copyOf(sessions.values()).forEach(DocumentSession::prepareAgain);
        });
  }

  /**
   * Runs blocks, and first what they need.
   *
   * @param blocks null for all
   * @param force whether to run even what has a valid result
   */
  public void run(String uri, @Nullable Set<BlockId> blocks, boolean force) {
    withSession(uri, session -> session.run(blocks, force));
  }

  /** Ends the run under way, and a verification; what has not run by then is cancelled. */
  public void cancel(String uri) {
    withSession(
        uri,
        session -> {
          verifications.abandon(uri, Verification.Cause.CANCELLED);
          session.cancel();
        });
  }

  /** Moves an input that a block shows, and runs what depends on it. */
  public void input(String uri, BlockId block, String name, String value) {
    withSession(uri, session -> session.input(block, name, value));
  }

  /** Starts a document afresh: a new worker, nothing cached. */
  public void restart(String uri) {
    withSession(uri, DocumentSession::restart);
  }

  /**
   * Compares what a document shows, as soon as its runs have ended, with a clean run of the same
   * text in another worker. Cancelling what is returned ends that.
   *
   * @param limit how long this may take: what has not ended by then is not compared; zero is for
   *     ever
   * @param essence leaves out of a text what is another in each process, and means nothing
   */
  public CompletableFuture<Verification> verify(
      String uri, Duration limit, UnaryOperator<String> essence) {
    CompletableFuture<Verification> outcome = new CompletableFuture<>();
    if (!post(() -> verifications.start(uri, sessions.get(uri), limit, essence, outcome))) {
      outcome.complete(new Verification.Abandoned(Verification.Cause.NOT_OPEN));
    }
    return outcome;
  }

  /**
   * Gives more of a value that a document shows; null where that is not open.
   *
   * @param reference of an output that is expandable, or of a part of it
   */
  public CompletableFuture<@Nullable Expansion> expand(
      String uri, String reference, int offset, int limit) {
    CompletableFuture<@Nullable Expansion> result = new CompletableFuture<>();
    boolean posted =
        post(
            () -> {
              DocumentSession session = sessions.get(uri);
              if (session == null) {
                result.complete(null);
              } else {
                var unused = session.expand(reference, offset, limit).thenAccept(result::complete);
              }
            });
    if (!posted) {
      result.complete(null);
    }
    return result;
  }

  /** Hears what happens in open documents. */
  private void heard(WorkspaceEvent event) {
    listener.on(event);
    verifications.heard(event);
    if (event instanceof WorkspaceEvent.RunEnded) {
      watchers.await(event.uri());
    }
  }

  private final class CleanSessions implements CleanRun.Sessions {
    @Override
    public DocumentSession start(
        String uri, WorkspaceListener hears, Supplier<Duration> blockLimit) {
      return Workspace.this.start(uri, true, hears, view -> {}, blockLimit);
    }

    @Override
    public void end(DocumentSession session) {
      Workspace.this.end(session);
    }

    @Override
    public void post(Runnable task) {
      Workspace.this.post(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
      Workspace.this.after(delay, task);
    }

    @Override
    public Duration timeLimit() {
      return timeLimit;
    }
  }

  /** Returns who is told of the files that documents use besides their own text. */
  public OtherFiles otherFiles() {
    return language.otherFiles();
  }

  /** Returns what helps with editing documents. */
  public Assistant assistant() {
    return language.assistant();
  }

  /** Returns the state of a document, or null where it is not open. Never waits. */
  public @Nullable DocumentSnapshot snapshot(String uri) {
    return snapshots.get(uri);
  }

  /**
   * Returns the state of a document once all calls before this one have had their effect on its
   * text and its runs, or null where it is not open by then. Completes on the event thread.
   */
  public CompletableFuture<@Nullable DocumentSnapshot> current(String uri) {
    CompletableFuture<@Nullable DocumentSnapshot> result = new CompletableFuture<>();
    between(uri, result::complete);
    return result;
  }

  /**
   * Hands over the state of a document between two events: the listener has been told of all that
   * led to it, and of nothing that comes after. The reader must not wait.
   */
  public void between(String uri, Consumer<@Nullable DocumentSnapshot> reader) {
    if (!post(() -> reader.accept(snapshots.get(uri)))) {
      reader.accept(null);
    }
  }

  /** Returns the URIs of all open documents. */
  public List<String> documents() {
    return List.copyOf(snapshots.keySet());
  }

  /**
   * Returns how many blocks have been analysed since the start, as opposed to remembered. For tests
   * and figures.
   */
  public CompletableFuture<Long> analysedBlocks() {
    CompletableFuture<Long> result = new CompletableFuture<>();
    if (!post(() -> result.complete(memo.analysed()))) {
      result.complete(0L);
    }
    return result;
  }

  /**
   * Returns how much there is of all that is kept for a document, by name; nothing where it is not
   * open. For tests and figures.
   */
  public CompletableFuture<Map<String, Integer>> sizes(String uri) {
    CompletableFuture<Map<String, Integer>> result = new CompletableFuture<>();
    boolean posted =
        post(
            () -> {
              DocumentSession session = sessions.get(uri);
              result.complete(session == null ? Map.of() : session.sizes());
            });
    if (!posted) {
      result.complete(Map.of());
    }
    return result;
  }

  @Override
  public void close() {
    post(
        () -> {
          verifications.abandonAll(Verification.Cause.CLOSED);
          List.copyOf(alive).forEach(this::end);
          sessions.clear();
          snapshots.clear();
        });
    if (threads.close() && ended.compareAndSet(false, true)) {
      language.end();
    }
  }

  private void withSession(String uri, Consumer<DocumentSession> action) {
    post(
        () -> {
          DocumentSession session = sessions.get(uri);
          if (session != null) {
            action.accept(session);
          }
        });
  }

  /** Runs a task on the event thread after some time. */
  private void after(Duration delay, Runnable task) {
    threads.after(delay, () -> post(task));
  }

  /** Returns false where the workspace is closed. A failure costs one event, never the thread. */
  private boolean post(Runnable action) {
    return post(threads.events(), action);
  }

  private static boolean post(Executor events, Runnable action) {
    try {
      events.execute(
          () -> {
            try {
              action.run();
            } catch (RuntimeException | StackOverflowError e) {
              LOG.log(Level.SEVERE, "an event failed", e);
            }
          });
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }
}
