package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.document.DocumentChange;
import dev.colight.execution.Cell;
import dev.colight.execution.Expansion;
import dev.colight.execution.Kernel;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.Language;
import dev.colight.execution.LiveCode;
import dev.colight.execution.Planner;
import dev.colight.execution.PlannerCommand;
import dev.colight.execution.PlannerEvent;
import dev.colight.execution.PlannerState;
import dev.colight.execution.RunId;
import dev.colight.graph.BlockAnalysis;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * One open document: carries the planner's commands out and tells the listener. Owned by the event
 * thread.
 */
final class DocumentSession {
  private final SessionServices services;
  private final Language language;
  private final Planner planner;
  private final Kernel kernel;
  private final WorkspaceListener listener;
  private final Consumer<SnapshotView> publish;
  private final CodeLedger ledger = new CodeLedger();
  private final Supplier<Duration> timeLimit;
  private final TimeLimit clock;
  private final MovedInputs movedInputs;

  private Document document;
  private PlannerState state = PlannerState.EMPTY;
  private int run;
  private boolean runOpen;
  private boolean going;
  private boolean cancelled;

  /** Whether nobody has asked for what runs, other than by opening the document or typing. */
  private boolean unasked;

  private long runStart;
  private SnapshotView snapshot;

  /**
   * Opens an empty document.
   *
   * @param publish takes each snapshot as it is made
   * @param timeLimit how long a block may run that nobody asked to run; zero is for ever
   */
  DocumentSession(
      String uri,
      SessionServices services,
      WorkspaceListener listener,
      Consumer<SnapshotView> publish,
      Supplier<Duration> timeLimit) {
    this.services = services;
    this.language = services.language();
    this.planner = new Planner(language.analyzer(), language.imports(), language.platform());
    this.listener = listener;
    this.publish = publish;
    this.timeLimit = timeLimit;
    this.clock =
        new TimeLimit(
            services.events(),
            this::limitedRun,
            (late, limit) -> on(new PlannerEvent.TimeIsUp(late, limit)));
    this.movedInputs = new MovedInputs(MovedInputs.patient(services.events()), this::moved);
    this.document = Document.empty(uri);
    this.snapshot = new SnapshotView(document, state, language.analyzer(), 0, false, false);
    this.kernel =
        language.startKernel(
            event -> services.answers().accept(this, new PlannerEvent.KernelSaid(event)));
  }

  /** Tells whether no run is under way. */
  boolean atRest() {
    return !runOpen;
  }

  /** Returns the newest snapshot. */
  SnapshotView snapshot() {
    return snapshot;
  }

  void replace(int version, String text, Reason reason, boolean go) {
    changed(document.replace(version, Text.of(text), language.splitter()), reason, go);
  }

  void edit(int version, List<TextEdit> edits, boolean go) {
    changed(document.edit(version, edits, language.splitter()), Reason.EDIT, go);
  }

  /**
   * Takes the text of another session, and where its inputs stand. This one must be new: block ids
   * count from the top.
   */
  void copy(SnapshotView other) {
    DocumentChange change = document.replace(other.version(), other.text(), language.splitter());
    PMap<BlockId, PMap<String, String>> inputs = HashTreePMap.empty();
    for (int i = 0; i < other.size(); i++) {
      if (!other.inputs(i).isEmpty()) {
        inputs = inputs.plus(change.after().block(i).id(), other.inputs(i));
      }
    }
    state = state.withInputs(inputs);
    changed(change, Reason.OPEN, true);
  }

  private void changed(DocumentChange change, Reason reason, boolean go) {
    List<PlannerEvent.Update> updates = new ArrayList<>();
    List<BlockId> gone = new ArrayList<>();
    Set<BlockId> touched = new HashSet<>();
    boolean reordered = !change.removed().isEmpty() || change.relabelled();
    for (Block block : change.removed()) {
      gone.add(block.id());
    }
    services
        .memo()
        .prepare(
            change.changed().stream()
                .filter(block -> block.kind() == BlockKind.CODE)
                .map(Block::lines)
                .toList());
    for (Block block : change.changed()) {
      Cell cell = state.cells().get(block.id());
      touched.add(block.id());
      reordered |= cell == null || cell.order() != block.order();
      if (block.kind() == BlockKind.CODE) {
        BlockAnalysis analysis = services.memo().analyze(block.lines());
        if (cell == null || cell.order() != block.order() || cell.analysis() != analysis) {
          updates.add(new PlannerEvent.Update(block.id(), block.order(), analysis));
        }
      } else if (cell != null) {
        gone.add(block.id());
      }
    }
    document = change.after();
    List<BlockId> removed = change.removed().stream().map(Block::id).toList();
    step(new PlannerEvent.Changed(updates, gone), reason, go, touched, removed, reordered);
  }

  /** Works on an event that begins a run of its own. */
  private void step(
      PlannerEvent event,
      Reason reason,
      boolean go,
      Set<BlockId> touched,
      List<BlockId> removed,
      boolean reordered) {
    endRun(RunStatus.SUPERSEDED);
    going = go;
    unasked = reason == Reason.EDIT || reason == Reason.OPEN;
    PlannerState before = state;
    PlannerState.Tally none = PlannerState.EMPTY.tally();
    Planner.Step step = planner.step(before.withTally(none), event, go);
    state = step.state();
    run++;
    runOpen = true;
    cancelled = event instanceof PlannerEvent.CancelAsked;
    runStart = System.nanoTime();
    publishSnapshot();
    order(step.commands()); // and only then tell of it, which takes its time in a large document
    Set<BlockId> told = new HashSet<>(touched);
    told.addAll(step.queued());
    List<BlockView> views = new ArrayList<>();
    for (BlockId id : told) {
      BlockView view = snapshot.block(id);
      if (view != null) {
        views.add(view);
      }
    }
    views.sort((a, b) -> Integer.compare(a.index(), b.index()));
    movedInputs.runStarted(reason == Reason.INPUT);
    listener.on(
        new WorkspaceEvent.RunStarted(
            document.uri(),
            document.version(),
            run,
            reason,
            views,
            removed,
            reordered ? snapshot.order() : null));
    step.commands().forEach(this::tell);
    endRunIfIdle();
  }

  void on(PlannerEvent event) {
    if (event instanceof PlannerEvent.KernelSaid began
        && began.event() instanceof KernelEvent.Began) {
      clock.begin(timeLimit.get());
      return;
    }
    Planner.Step step = planner.step(state, event, going);
    state = step.state();
    if (event instanceof PlannerEvent.CompileDone done) {
      done.results().forEach(compiled -> ledger.add(compiled.key()));
    }
    if (!runOpen && !step.queued().isEmpty()) {
      run++;
      runOpen = true;
      cancelled = false;
      runStart = System.nanoTime();
      publishSnapshot();
      listener.on(
          new WorkspaceEvent.RunStarted(
              document.uri(),
              document.version(),
              run,
              Reason.DEPENDENCY,
              step.queued().stream().map(snapshot::block).filter(v -> v != null).toList(),
              List.of(),
              null));
    }
    boolean output =
        event instanceof PlannerEvent.KernelSaid said
            && said.event() instanceof KernelEvent.Emitted;
    if (!output) {
      publishSnapshot();
    }
    order(step.commands());
    step.commands().forEach(this::tell);
    endRunIfIdle();
    forgetOldCode();
  }

  /** What is needed is known only where no block waits for its names to be looked up. */
  private void forgetOldCode() {
    if (ledger.isDue() && state.idle()) {
      List<CodeKey> old = ledger.forget(() -> LiveCode.of(state));
      if (!old.isEmpty()) {
        state = LiveCode.without(state, old);
        services.forget().accept(old);
      }
    }
  }

  /** Tells whether this document has some code, or has asked for it. */
  boolean knows(CodeKey key) {
    return LiveCode.isKnown(state, key);
  }

  void saved() {
    if (!state.pending().isEmpty() && !going) {
      step(
          new PlannerEvent.RunAsked(Set.of(), false),
          Reason.SAVE,
          true,
          Set.copyOf(state.pending().values()),
          List.of(),
          false);
    }
  }

  void run(@Nullable Set<BlockId> blocks, boolean force) {
    PlannerEvent event = new PlannerEvent.RunAsked(blocks, force);
    step(event, Reason.COMMAND, true, Set.of(), List.of(), false);
  }

  void cancel() {
    if (runOpen && !state.idle()) {
      cancelled = true;
      going = false;
      on(new PlannerEvent.CancelAsked());
    }
  }

  /** Moves an input of a code block, and runs what that concerns. */
  void input(BlockId block, String name, String value) {
    movedInputs.move(block, name, value);
  }

  private void moved(Map<BlockId, Map<String, String>> values) {
    if (values.keySet().stream().anyMatch(state.cells()::containsKey)) {
      PlannerEvent event = new PlannerEvent.InputsMoved(values);
      step(event, Reason.INPUT, true, Set.of(), List.of(), false);
    }
  }

  void restart() {
    step(new PlannerEvent.RestartAsked(), Reason.RESTART, true, Set.of(), List.of(), false);
  }

  /** Gives more of a value that was shown. */
  CompletableFuture<Expansion> expand(String reference, int offset, int limit) {
    return kernel.expand(reference, offset, limit);
  }

  void close() {
    kernel.close();
    Set<CodeKey> all = new HashSet<>(ledger.all());
    all.addAll(state.toCompile().keySet());
    state = PlannerState.EMPTY;
    services.forget().accept(all);
  }

  private @Nullable RunId limitedRun() {
    PlannerState.Running running = state.running();
    return running == null || running.cancelled() || !unasked ? null : running.id();
  }

  private void publishSnapshot() {
    snapshot =
        new SnapshotView(
            document, state, language.analyzer(), run, runOpen && !state.idle(), going);
    publish.accept(snapshot);
  }

  private void endRunIfIdle() {
    if (runOpen && (state.idle() || (!going && state.running() == null))) {
      endRun(cancelled ? RunStatus.CANCELLED : RunStatus.DONE);
      movedInputs.atRest();
    }
  }

  private void endRun(RunStatus status) {
    if (runOpen) {
      runOpen = false;
      publishSnapshot();
      PlannerState.Tally tally = state.tally();
      listener.on(
          new WorkspaceEvent.RunEnded(
              document.uri(),
              document.version(),
              run,
              status,
              tally.executed(),
              tally.cached(),
              tally.failed(),
              tally.compiled(),
              System.nanoTime() - runStart));
    }
  }

  /** Hands out the work that commands ask for; the answers come as events. */
  private void order(List<PlannerCommand> commands) {
    for (PlannerCommand command : commands) {
      if (command instanceof PlannerCommand.Compile c) {
        services.compiler().accept(this, c);
      } else if (command instanceof PlannerCommand.StartRun c) {
        kernel.run(c.request());
      } else if (command instanceof PlannerCommand.CancelRun) {
        kernel.cancel();
      } else if (command instanceof PlannerCommand.RestartKernel) {
        kernel.restart();
      } else if (command instanceof PlannerCommand.Forget c) {
        kernel.forget(c.values());
      }
    }
  }

  /** Tells the listener what commands say. */
  private void tell(PlannerCommand command) {
    String uri = document.uri();
    int version = document.version();
    if (command instanceof PlannerCommand.TellLost c) {
      listener.on(new WorkspaceEvent.WorkerLost(uri, version, run, c.reason()));
    } else if (command instanceof PlannerCommand.TellOutput c) {
      Cell cell = state.cells().get(c.block());
      if (cell != null) {
        listener.on(
            new WorkspaceEvent.BlockOutput(
                uri,
                version,
                run,
                c.block(),
                ResultPresenter.output(c.output(), cell.analysis()),
                c.sequence()));
      }
    } else if (command instanceof PlannerCommand.TellStarted c) {
      BlockView view = snapshot.block(c.block());
      if (view != null) {
        listener.on(new WorkspaceEvent.BlockStarted(uri, version, run, view));
      }
    } else if (command instanceof PlannerCommand.TellFinished c) {
      BlockView view = snapshot.block(c.block());
      if (view != null && view.result() != null) {
        listener.on(new WorkspaceEvent.BlockFinished(uri, version, run, view, c.unchanged()));
      }
    }
  }
}
