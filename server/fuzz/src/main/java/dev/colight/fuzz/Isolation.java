package dev.colight.fuzz;

import dev.colight.cache.Digest;
import dev.colight.document.Splitter;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.Kernel;
import dev.colight.execution.Language;
import dev.colight.graph.Analyzer;
import dev.colight.graph.ImportResolver;
import dev.colight.java.JavaLanguage;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Java for many short documents, one after the other, in one worker. Starting a process takes far
 * longer than running a small document, so a process is used again; each document has classes of
 * its own there, statics included, and finds the state of the process as it was in the beginning.
 * Nothing else of a process outlives a document but the JDK's own statics.
 *
 * <p>Each document says that its platform is another one, so that none has code that was compiled
 * for another. Those that share code have one platform, until {@link #dropCode()}.
 */
final class Isolation implements AutoCloseable {
  /** What a document leaves in a process is little, and not nothing. */
  private static final int DOCUMENTS_PER_WORKER = 2_000;

  /** What is looked for is not how fast a machine is that has too much to do. */
  private static final int PATIENCE = 20;

  /** How long a run may take: some wait for what an edit has taken away. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  private final String role;
  private final JavaLanguage java;
  private final Object lock = new Object();
  private @Nullable Lease idle;

  /** The one that was handed out last. Guarded by the lock, as the one above. */
  private @Nullable Lease present;

  private final Workspace workspace;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger generation = new AtomicInteger();

  /** What the document that is opened next says of its platform. */
  private volatile String platform = "";

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  /**
   * Creates a language.
   *
   * @param role tells its workers from others; see {@link #killWorkers()}
   */
  Isolation(String role) {
    this.role = "-Dcolight.fuzz=" + role;
    JavaLanguage.Options standard = JavaLanguage.Options.defaults();
    java =
        new JavaLanguage(
            new JavaLanguage.Options(
                standard.javaHome(),
                List.of(this.role, "-Xmx512m", "-XX:TieredStopAtLevel=1"),
                standard.classPath(),
                PATIENCE));
    workspace = new Workspace(new OwnPlatform(), this::hear);
    workspace.setTimeLimit(TIME_LIMIT);
  }

  /** Kills all workers of this language, spare ones included, as an operating system would. */
  void killWorkers() {
    workers().forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills all workers while nothing runs, and waits until that has been noticed. */
  void killIdleWorkers() throws InterruptedException {
    @Nullable Lease lease;
    synchronized (lock) {
      lease = present;
    }
    int known = lease == null ? 0 : lease.losses();
    killWorkers();
    if (lease != null) {
      lease.awaitLoss(known);
    }
  }

  private List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().arguments().map(List::of).orElse(List.of()).contains(role))
        .toList();
  }

  /** Opens a document that nothing is known of. One at a time is opened. */
  Session open(Form form) {
    return open(form, "own " + opened.get());
  }

  /** Opens a document that is compiled only as far as others that share code have not been. */
  Session openShared(Form form) {
    return open(form, "shared " + generation);
  }

  /** Drops the code of all documents so far. */
  void dropCode() {
    generation.incrementAndGet();
  }

  private Session open(Form form, String newPlatform) {
    platform = newPlatform;
    String uri = form.uri(opened.incrementAndGet());
    Session session =
        new Session(workspace, uri) {
          @Override
          public void close() {
            super.close();
            sessions.remove(uri);
          }
        };
    sessions.put(uri, session);
    return session;
  }

  private void hear(WorkspaceEvent event) {
    Session session = sessions.get(event.uri());
    if (session != null) {
      session.hear(event);
    }
  }

  private void takeBack(Lease lease) {
    synchronized (lock) {
      if (idle == null && lease.isQuiet() && lease.uses() < DOCUMENTS_PER_WORKER) {
        idle = lease;
        return;
      }
    }
    lease.end();
  }

  @Override
  public void close() {
    workspace.close();
    java.close();
  }

  /** Java as each document sees it. */
  private final class OwnPlatform implements Language {
    private final LateForgetting compiler = new LateForgetting(java.compiler(), generation::get);

    @Override
    public void begin() {
      java.begin();
    }

    @Override
    public void end() {
      java.end();
    }

    @Override
    public Splitter splitter(String uri) {
      return java.splitter(uri);
    }

    @Override
    public Analyzer analyzer() {
      return java.analyzer();
    }

    @Override
    public ImportResolver imports() {
      return java.imports();
    }

    @Override
    public CodeCompiler compiler() {
      return compiler;
    }

    /** Asked once for each document. */
    @Override
    public Digest platform() {
      return Digest.builder().add(java.platform()).add(platform).build();
    }

    @Override
    public Kernel startKernel(Kernel.Listener listener) {
      synchronized (lock) {
        Lease lease = idle;
        idle = null;
        if (lease == null) {
          lease = new Lease(java);
        }
        present = lease;
        return lease.to(listener, Isolation.this::takeBack);
      }
    }
  }
}
