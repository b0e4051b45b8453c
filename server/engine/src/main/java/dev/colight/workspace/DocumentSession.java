package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.document.DocumentChange;
import dev.colight.document.Splitter;
import dev.colight.execution.Ahead;
import dev.colight.execution.Cell;
import dev.colight.execution.Consent;
import dev.colight.execution.Expansion;
import dev.colight.execution.Kernel;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.Language;
import dev.colight.execution.LiveCode;
import dev.colight.execution.NoKernel;
import dev.colight.execution.Planner;
import dev.colight.execution.PlannerCommand;
import dev.colight.execution.PlannerEvent;
import dev.colight.execution.PlannerState;
import dev.colight.execution.RunId;
import dev.colight.execution.Toolchain;
import dev.colight.graph.BlockAnalysis;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private final Splitter splitter;
  private Planner planner;
  private Kernel kernel;
  private final WorkspaceListener listener;
  private final Consumer<SnapshotView> publish;
  private final CodeLedger ledger = new CodeLedger();
  private final ToldErrors errors = new ToldErrors();
  private final Supplier<Duration> timeLimit;
  private final TimeLimit clock;
  private final MovedInputs movedInputs;
  private final Preparing preparing;

  /** Whether the document may run; while not, nothing of it is compiled, fetched or run. */
  private boolean trusted;

  /** Whether anybody has been told that it may not. */
  private boolean toldUntrusted;

  /** What the planner, the compiler and the kernel go by. */
  private Toolchain toolchain;

  /** Blocks of which a result was told while it was not sure yet. */
  private final Set<BlockId> interim = new HashSet<>();

  /** Whether what was told of errors may name lines, or what is wrong there, as they were. */
  private boolean errorsMoved;

  private Document document;
  private PlannerState state = PlannerState.EMPTY;
  private int run;
  private boolean runOpen;
  private boolean going;
  private boolean cancelled;

  /** Whether nobody has asked for what runs, other than by opening the document or typing. */
  private boolean unasked;

  private long runStart;

  /** The run after which something else may have been found to come; null before the first. */
  private @Nullable RunId lookedBeyond;

  /**
   * Whether the kernel has been told of something that comes next, and has not been asked for it.
   */
  private boolean toldAhead;

  private SnapshotView snapshot;

  /**
   * Opens an empty document.
   *
   * @param trusted whether it may run
   * @param publish takes each snapshot as it is made
   * @param timeLimit how long a block may run that nobody asked to run; zero is for ever
   */
  DocumentSession(
      String uri,
      boolean trusted,
      SessionServices services,
      WorkspaceListener listener,
      Consumer<SnapshotView> publish,
      Supplier<Duration> timeLimit) {
    this.trusted = trusted;
    this.services = services;
    this.language = services.language();
    this.splitter = language.splitter(uri);
    this.toolchain = language;
    this.planner = planner(language);
    this.listener = listener;
    this.publish = publish;
    this.timeLimit = timeLimit;
    this.clock =
        new TimeLimit(
            services.nanos(),
            services.after(),
            this::limitedRun,
            (late, limit) -> on(new PlannerEvent.TimeIsUp(late, limit)));
    this.movedInputs =
        new MovedInputs(task -> services.after().accept(MovedInputs.PATIENCE, task), this::moved);
    this.preparing =
        new Preparing(
            language,
            uri,
            trusted,
            services.after(),
            task -> services.events().accept(this, task),
            new Prepared());
    this.document = Document.empty(uri);
    this.snapshot =
        new SnapshotView(
            document,
            state,
            language.analyzer(),
            toolchain,
            0,
            false,
            false,
            trusted,
            preparing.problems(topBlock()));
    this.kernel = kernel();
  }

  private Kernel kernel() {
    Kernel.Listener hears =
        event -> services.answers().accept(this, new PlannerEvent.KernelSaid(event));
    return trusted ? language.startKernel(hears) : new NoKernel(hears, Preparing.UNTRUSTED);
  }

  private Planner planner(Toolchain now) {
    return new Planner(language.analyzer(), now.imports(), now.platform());
  }

  /** Returns what code is compiled with. */
  Toolchain toolchain() {
    return toolchain;
  }

  /** Goes on with another toolchain; returns the event that tells the planner. */
  private PlannerEvent.ToolchainChanged switchTo(Toolchain next) {
    Toolchain before = toolchain;
    boolean sameProcess = before.process().equals(next.process());
    toolchain = next;
    planner = planner(next);
    if (!sameProcess) {
      kernel.use(next);
    }
    return new PlannerEvent.ToolchainChanged(
        before.imports(), before.platform().equals(next.platform()), sameProcess);
  }

  /** Hears what comes of the document's directives. */
  private final class Prepared implements Preparing.Listener {
    @Override
    public void switched(Toolchain next) {
      if (next != toolchain) {
        on(switchTo(next));
      }
    }

    @Override
    public void told(Set<BlockId> concerned, @Nullable String message) {
      publishSnapshot();
      List<BlockView> views = new ArrayList<>();
      Set<BlockId> all = new LinkedHashSet<>(concerned);
      Block top = topBlock();
      if (message == null && top != null) {
        all.add(top.id());
      }
      for (BlockId id : all) {
        BlockView view = snapshot.block(id);
        if (view != null) {
          views.add(view);
        }
      }
      listener.on(
          new WorkspaceEvent.Prepared(document.uri(), document.version(), run, views, message));
      endRunIfIdle();
    }
  }

  private @Nullable Block topBlock() {
    return document.size() == 0 ? null : document.block(0);
  }

  /** Tells whether the document may run. */
  boolean trusted() {
    return trusted;
  }

  /**
   * Takes in whether the document may run. What runs of one that may not any more ends, and its
   * results count as old.
   *
   * @param go whether it runs by itself once it may
   */
  void trust(boolean may, boolean go) {
    if (may == trusted) {
      tellTrust();
      return;
    }
    trusted = may;
    kernel.close();
    kernel = kernel();
    if (may) {
      kernel.use(toolchain);
      preparing.trust(true, go);
      tellTrust();
      step(new PlannerEvent.RunAsked(Set.of(), false), Reason.OPEN, go, Shift.NONE);
    } else {
      going = false;
      movedInputs.atRest();
      preparing.trust(false, false);
      step(new PlannerEvent.RestartAsked(), Reason.RESTART, false, Shift.NONE);
      tellTrust();
    }
  }

  private void tellTrust() {
    if (toldUntrusted == trusted) {
      toldUntrusted = !trusted;
      publishSnapshot();
      listener.on(
          new WorkspaceEvent.TrustChanged(document.uri(), document.version(), run, trusted));
    }
  }

  /** Tells whether no run is under way. */
  boolean atRest() {
    return !runOpen;
  }

  /** Returns how much there is of all that is kept, by name. */
  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new TreeMap<>(state.sizes());
    sizes.put("ledger", ledger.all().size());
    sizes.put("errors", errors.size());
    sizes.put("interim", interim.size());
    return sizes;
  }

  /** Returns the newest snapshot. */
  SnapshotView snapshot() {
    return snapshot;
  }

  void replace(int version, String text, Reason reason, boolean go) {
    changed(document.replace(version, Text.of(text), splitter), reason, go && trusted);
  }

  void edit(int version, List<TextEdit> edits, boolean go) {
    changed(document.edit(version, edits, splitter), Reason.EDIT, go && trusted);
  }

  /**
   * Takes the text of another session, and where its inputs stand. This one must be new: block ids
   * count from the top.
   */
  void copy(SnapshotView other) {
    DocumentChange change = document.replace(other.version(), other.text(), splitter);
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
    endRun(RunStatus.SUPERSEDED);
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
                .map(AnalysisMemo.Piece::of)
                .toList());
    for (Block block : change.changed()) {
      Cell cell = state.cells().get(block.id());
      touched.add(block.id());
      reordered |= cell == null || cell.order() != block.order();
      if (block.kind() == BlockKind.CODE) {
        BlockAnalysis analysis = services.memo().analyze(AnalysisMemo.Piece.of(block));
        if (cell == null || cell.order() != block.order() || cell.analysis() != analysis) {
          updates.add(new PlannerEvent.Update(block.id(), block.order(), analysis));
        }
      } else if (cell != null) {
        gone.add(block.id());
      }
    }
    Block topBefore = topBlock();
    document = change.after();
    Block top = topBlock();
    if (preparing.tellsOfOutside() && top != null && topBefore != null) {
      touched.add(top.id());
      touched.add(topBefore.id());
    }
    Toolchain next = preparing.take(change, reason == Reason.EDIT, go);
    Set<BlockId> requeued = next == toolchain ? Set.of() : stepTo(switchTo(next));
    touched.addAll(requeued);
    List<BlockId> removed = change.removed().stream().map(Block::id).toList();
    errors.forget(gone);
    errorsMoved = true;
    Shift shift = new Shift(touched, removed, reordered);
    step(new PlannerEvent.Changed(updates, gone), reason, go, shift);
  }

  /**
   * Lets the planner know of another toolchain ahead of an edit; returns the blocks it concerns.
   */
  private Set<BlockId> stepTo(PlannerEvent.ToolchainChanged event) {
    Planner.Step step = planner.step(state, event, false);
    state = step.state();
    order(step.commands());
    return step.queued();
  }

  /**
   * What an edit did to blocks.
   *
   * @param touched blocks of which something is another now
   * @param reordered whether blocks were added, removed or moved
   */
  private record Shift(Set<BlockId> touched, List<BlockId> removed, boolean reordered) {
    static final Shift NONE = new Shift(Set.of(), List.of(), false);
  }

  /** Works on an event that begins a run of its own. */
  private void step(PlannerEvent event, Reason reason, boolean go, Shift shift) {
    step(event, reason, go, services.consent().get(), shift);
  }

  /**
   * Works on an event that begins a run of its own.
   *
   * @param consent to what touches the outside world, for as long as this run goes on
   */
  private void step(PlannerEvent event, Reason reason, boolean go, Consent consent, Shift shift) {
    endRun(RunStatus.SUPERSEDED);
    forgetAhead();
    boolean turned = going != go;
    going = go;
    unasked = reason == Reason.EDIT || reason == Reason.OPEN;
    PlannerState before = state.withConsent(consent);
    PlannerState.Tally none = PlannerState.EMPTY.tally();
    Planner.Step step = planner.step(before.withTally(none), event, go);
    state = step.state();
    run++;
    runOpen = true;
    cancelled = event instanceof PlannerEvent.CancelAsked;
    runStart = System.nanoTime();
    publishSnapshot();
    order(step.commands()); // and only then tell of it, which takes its time in a large document
    Set<BlockId> told = new HashSet<>(shift.touched);
    told.addAll(step.queued());
    if (turned) {
      told.addAll(state.pending().values());
    }
    Map<BlockId, Boolean> done = finished(step.commands());
    List<BlockView> views = new ArrayList<>();
    for (BlockId id : told) {
      // Of what is done already the result follows; until then the one before is out of date.
      BlockView view = done.containsKey(id) ? snapshot.queued(id) : snapshot.block(id);
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
            shift.removed,
            shift.reordered ? snapshot.order() : null));
    tell(step.commands(), done);
    endRunIfIdle();
    lookAhead();
  }

  /** Returns the blocks that have finished, and whether each has the result that it had before. */
  private static Map<BlockId, Boolean> finished(List<PlannerCommand> commands) {
    Map<BlockId, Boolean> finished = new LinkedHashMap<>();
    for (PlannerCommand command : commands) {
      if (command instanceof PlannerCommand.TellFinished c) {
        finished.merge(c.block(), c.unchanged(), Boolean::logicalAnd);
      }
    }
    return finished;
  }

  void on(PlannerEvent event) {
    KernelEvent told = event instanceof PlannerEvent.KernelSaid from ? from.event() : null;
    if (told instanceof KernelEvent.Began began) {
      clock.begin(began.run(), timeLimit.get());
      return;
    } else if (told instanceof KernelEvent.Note note) {
      listener.on(new WorkspaceEvent.Noted(document.uri(), document.version(), run, note.text()));
      return;
    }
    SnapshotView before = snapshot;
    Planner.Step step = planner.step(state, event, going);
    state = step.state();
    if (event instanceof PlannerEvent.CompileDone done) {
      done.results()
          .forEach(
              compiled -> {
                ledger.add(compiled.key());
                compiled.followed().hidden().forEach(ledger::add);
              });
    }
    boolean starts = !runOpen && !step.queued().isEmpty();
    if (starts) {
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
              queued(step),
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
    if (!starts) {
      tellQueued(before, step);
    }
    tell(step.commands(), finished(step.commands()));
    endRunIfIdle();
    forgetOldCode();
    if (!output) {
      lookAhead();
    }
  }

  /** Tells of blocks that were up to date so far, and may not be any more. */
  private void tellQueued(SnapshotView before, Planner.Step step) {
    for (BlockId id : step.queued()) {
      BlockView was = before.block(id);
      BlockView queued = before.queued(id);
      if (was != null && queued != null && was.state() == BlockState.FRESH) {
        listener.on(
            new WorkspaceEvent.BlockQueued(document.uri(), document.version(), run, queued));
      }
    }
  }

  /** Returns the blocks that a step made look again, as they are before they do. */
  private List<BlockView> queued(Planner.Step step) {
    List<BlockView> views = new ArrayList<>();
    for (BlockId id : step.queued()) {
      BlockView view = snapshot.queued(id);
      if (view != null) {
        views.add(view);
      }
    }
    return views;
  }

  /** What is needed is known only where no block waits for its names to be looked up. */
  private void forgetOldCode() {
    if (ledger.isDue() && state.idle()) {
      forget(ledger.forget(() -> LiveCode.of(state)));
    }
  }

  private void forget(List<CodeKey> old) {
    if (!old.isEmpty()) {
      state = LiveCode.without(state, old);
      services.forget().accept(old);
    }
  }

  /** Drops all that is kept for the next edit, and the worker, unless something runs. */
  void rest() {
    if (runOpen || preparing.busy() || state.running() != null || state.compiling()) {
      return;
    }
    on(new PlannerEvent.NobodyWatches());
    if (state.idle()) {
      forget(ledger.forgetAll(LiveCode.of(state)));
    }
  }

  /** Tells whether this document has some code, or has asked for it. */
  boolean knows(CodeKey key) {
    return LiveCode.isKnown(state, key);
  }

  /** Makes ready anew what the document gets from outside: it may be something else now. */
  void prepareAgain() {
    preparing.renew();
  }

  void saved() {
    if (!trusted) {
      return;
    }
    preparing.again();
    if (runOpen || waitsForConsent() || (!state.pending().isEmpty() && !going)) {
      PlannerEvent event = new PlannerEvent.RunAsked(Set.of(), false);
      step(event, Reason.SAVE, true, Consent.ALL, Shift.NONE);
    }
  }

  /** Runs what is held, as it is to be held no more. */
  void release() {
    if (going && waitsForConsent()) {
      PlannerEvent event = new PlannerEvent.RunAsked(Set.of(), false);
      step(event, Reason.COMMAND, true, Consent.ALL, Shift.NONE);
    }
  }

  private boolean waitsForConsent() {
    return state.cells().values().stream()
        .map(Cell::result)
        .anyMatch(result -> result != null && result.outcome().waitsForConsent());
  }

  void run(@Nullable Set<BlockId> blocks, boolean force) {
    if (!trusted) {
      return;
    }
    PlannerEvent event = new PlannerEvent.RunAsked(blocks, force);
    step(event, Reason.COMMAND, true, Consent.to(blocks), Shift.NONE);
    preparing.again();
  }

  void cancel() {
    cancelled |= preparing.busy();
    preparing.cancel();
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
    if (trusted && values.keySet().stream().anyMatch(state.cells()::containsKey)) {
      PlannerEvent event = new PlannerEvent.InputsMoved(values);
      step(event, Reason.INPUT, true, Shift.NONE);
    }
  }

  void restart() {
    if (!trusted) {
      return;
    }
    step(new PlannerEvent.RestartAsked(), Reason.RESTART, true, Shift.NONE);
  }

  /** Gives more of a value that was shown. */
  CompletableFuture<Expansion> expand(String reference, int offset, int limit) {
    return kernel.expand(reference, offset, limit);
  }

  void close() {
    preparing.close();
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
            document,
            state,
            language.analyzer(),
            toolchain,
            run,
            runOpen && (preparing.busy() || !state.idle()),
            going,
            trusted,
            preparing.problems(topBlock()));
    publish.accept(snapshot);
  }

  private void endRunIfIdle() {
    if (runOpen && !preparing.busy() && (state.idle() || (!going && state.running() == null))) {
      endRun(cancelled ? RunStatus.CANCELLED : RunStatus.DONE);
      movedInputs.atRest();
    }
  }

  private void endRun(RunStatus status) {
    if (runOpen) {
      if (status != RunStatus.SUPERSEDED) {
        tellSettled();
      }
      runOpen = false;
      state = state.withConsent(services.consent().get());
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
              tally.failed().size(),
              tally.compiled(),
              System.nanoTime() - runStart));
    }
  }

  /** Tells what has become of results that were told, other than by running their blocks. */
  private void tellSettled() {
    if (errorsMoved) {
      errors.changed(snapshot).forEach(block -> tellFinished(block, false));
      errorsMoved = false;
    }
    for (BlockId id : List.copyOf(interim)) {
      BlockView block = snapshot.block(id);
      if (block == null || block.result() == null) {
        interim.remove(id);
      } else if (!snapshot.isInterim(id)) {
        tellFinished(block, true);
      }
    }
  }

  /** Lets the kernel know what comes after the run under way. */
  private void lookAhead() {
    PlannerState.Running running = state.running();
    if (going && running != null && !running.id().equals(lookedBeyond)) {
      lookedBeyond = running.id();
      Ahead next = planner.lookAhead(state);
      if (next != null) {
        kernel.ahead(next);
        toldAhead = true;
      }
    }
  }

  /** What comes after the run under way may be something else from here on. */
  private void forgetAhead() {
    if (toldAhead) {
      kernel.notAhead();
      toldAhead = false;
    }
  }

  /** Hands out the work that commands ask for; the answers come as events. */
  private void order(List<PlannerCommand> commands) {
    PlannerState.Running running = state.running();
    if (running == null || running.cancelled()) {
      forgetAhead();
    }
    for (PlannerCommand command : commands) {
      if (command instanceof PlannerCommand.Compile c) {
        services.compiler().accept(this, c);
      } else if (command instanceof PlannerCommand.StartRun c) {
        kernel.run(c.request());
        toldAhead = false; // the kernel sees whether it is this
      } else if (command instanceof PlannerCommand.CancelRun) {
        kernel.cancel();
      } else if (command instanceof PlannerCommand.RestartKernel) {
        kernel.restart();
      } else if (command instanceof PlannerCommand.Forget c) {
        kernel.forget(c.values());
      }
    }
  }

  /**
   * Tells the listener what commands say: of each block's result once, as it is after all.
   *
   * @param finished what {@link #finished} gives for them; what has been told is taken out
   */
  private void tell(List<PlannerCommand> commands, Map<BlockId, Boolean> finished) {
    for (PlannerCommand command : commands) {
      if (command instanceof PlannerCommand.TellFinished c) {
        Boolean unchanged = finished.remove(c.block());
        BlockView view = unchanged == null ? null : snapshot.block(c.block());
        if (view != null && view.result() != null) {
          tellFinished(view, unchanged);
        }
      } else {
        tell(command);
      }
    }
  }

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
    }
  }

  private void tellFinished(BlockView block, boolean unchanged) {
    if (snapshot.isInterim(block.id())) {
      interim.add(block.id());
    } else {
      interim.remove(block.id());
    }
    boolean differs = errors.differs(block);
    errorsMoved |= differs;
    boolean same = !differs && unchanged;
    listener.on(
        new WorkspaceEvent.BlockFinished(document.uri(), document.version(), run, block, same));
  }
}
