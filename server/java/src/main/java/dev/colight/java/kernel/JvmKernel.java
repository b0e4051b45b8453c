package dev.colight.java.kernel;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Ahead;
import dev.colight.execution.Expansion;
import dev.colight.execution.Kernel;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.execution.RunId;
import dev.colight.execution.RunRequest;
import dev.colight.execution.Toolchain;
import dev.colight.execution.ValueRef;
import dev.colight.java.compile.ClassStore;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.ToWorker;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs code in a worker. All that happens, from callers and from the worker's threads, takes its
 * turn, so that events have one order, whichever process they come from; nothing of it waits.
 *
 * <p>A run that asks for a value which is not kept any more is answered by {@link
 * KernelEvent.Gone}. A run that is cancelled before it began is answered by a {@link
 * KernelEvent.Finished} that kept nothing.
 */
public final class JvmKernel implements Kernel {
  /** Notes that a worker may send: more than it does by itself. */
  private static final int MAX_NOTES = 100;

  /** How much of a note is passed on, in UTF-16 code units. */
  private static final int MAX_NOTE = 500;

  private static final System.Logger LOG = System.getLogger(JvmKernel.class.getName());

  /** What is told of a worker that says what it could not have been asked. */
  private static final String BROKEN = "the worker broke down";

  private static final String UNSTOPPED = "it did not stop when it was cancelled";

  /** How many times as long as a run has to stop it takes to say so, at most. */
  private static final int STOPS = 3;

  /**
   * A system property for tests: where it is {@code off} when a kernel is made, that one does not
   * find out what runs change in place. What is shown is wrong then, which shows that the tests can
   * tell.
   */
  public static final String TRACKING = "colight.tracking";

  private final boolean tracks = !"off".equals(System.getProperty(TRACKING));

  private final WorkerPool pool;
  private final ClassStore store;
  private final Listener listener;
  private final Turns turns = new Turns();
  private final WorkerProcess.Receiver receiver = new Mailbox();

  /** Owned by whose turn it is, as all below. What workers are started with. */
  private WorkerOptions options;

  /** The worker that is starting; null where it is there. */
  private @Nullable CompletableFuture<WorkerProcess> starting;

  private @Nullable WorkerProcess worker;

  /** What the worker, or the one that is starting, was taken with. */
  private WorkerOptions taken;

  /** Whether the worker has been used: until then it may serve others, too. */
  private boolean attached;

  /** Whether the worker has said that it is. */
  private boolean ready;

  private WorkerState state;

  /** What is to run; the first may be under way. */
  private final Deque<RunRequest> requests = new ArrayDeque<>();

  /** What the run under way may say; null before the first. */
  private @Nullable Claims claims;

  /** The number by which the worker knows the run under way, or the last one. */
  private int number;

  /** Whether that was sent ahead, so that the worker may have left it out. */
  private boolean sentAhead;

  /** Whether that is to stop. */
  private boolean stopping;

  /** What was sent to come after that, and has not been asked for. */
  private @Nullable AheadRun ahead;

  private final Questions questions = new Questions();
  private boolean underWay;
  private boolean closed;

  /** The thread that tells of the end of a run, after all that is to be done about it; or null. */
  private volatile @Nullable Thread telling;

  /** Notes of the present worker so far. */
  private int notes;

  /** Creates a kernel, whose worker may still be starting when this returns. */
  public JvmKernel(WorkerPool pool, ClassStore store, Listener listener) {
    this.pool = pool;
    this.store = store;
    this.listener = listener;
    this.options = pool.options();
    this.taken = options;
    this.state = newState();
    post(this::takeWorker);
  }

  @Override
  public void run(RunRequest request) {
    Runnable task =
        () -> {
          requests.add(tracked(request));
          proceed();
        };
    // Who hears that one run has ended often asks for the next: that need not wait until all have.
    if (Thread.currentThread() == telling && turns.isLast()) {
      task.run();
    } else {
      post(task);
    }
  }

  private RunRequest tracked(RunRequest request) {
    return tracks
        ? request
        : new RunRequest(
            request.id(),
            request.key(),
            request.segments(),
            request.classes(),
            request.links(),
            request.values(),
            request.kept(),
            Set.of(),
            Set.of(),
            request.inputs(),
            request.free(),
            request.ending());
  }

  @Override
  public void ahead(Ahead next) {
    post(() -> sendAhead(tracked(next.request()), next));
  }

  @Override
  public void notAhead() {
    post(this::dropAhead);
  }

  @Override
  public void cancel() {
    post(this::cancelCurrent);
  }

  @Override
  public void forget(Collection<ValueRef> values) {
    List<ValueRef> copy = new ArrayList<>(values);
    post(
        () -> {
          ToWorker message = state.forget(copy);
          if (worker != null && attached) {
            worker.send(List.of(message));
          }
        });
  }

  @Override
  public void use(Toolchain toolchain) {
    if (toolchain.process() instanceof WorkerOptions wanted) {
      post(
          () -> {
            if (!wanted.equals(options)) {
              options = wanted;
              requests.clear(); // nobody waits for what was to run in the other process
              dropWorker();
              takeWorker();
            }
          });
    }
  }

  @Override
  public void restart() {
    post(this::startAfresh);
  }

  private void startAfresh() {
    RunId run = underWay ? requests.getFirst().id() : null;
    requests.clear(); // nobody waits for what was to run in the worker before
    dropWorker();
    if (run != null) {
      tell(new KernelEvent.Lost(run, "the worker was started afresh", false));
    }
    proceed();
  }

  @Override
  public CompletableFuture<Expansion> expand(String reference, int offset, int limit) {
    CompletableFuture<Expansion> answer = new CompletableFuture<>();
    post(
        () -> {
          if (worker == null || !attached) {
            answer.complete(Expansion.none(FromWorker.Expanded.GONE));
          } else {
            String called = state.names().toWorker(reference);
            worker.send(List.of(questions.ask(answer, reference, called, offset, limit)));
          }
        });
    return answer;
  }

  /**
   * Begins anew in the same process, while nothing runs: with other classes, no values, and the
   * state of the process as it was in the beginning. That is as good as another process to whoever
   * has many short documents to run, and a hundred times faster; class files need not be sent
   * again.
   */
  public void renew() {
    post(
        () -> {
          if (worker != null && attached && !underWay) {
            renew(worker);
          }
        });
  }

  private void renew(WorkerProcess used) {
    dropAhead();
    used.send(List.of(new ToWorker.Renew()));
    state.renew();
  }

  /** Kills the worker; the listener hears nothing from here on. */
  @Override
  public void close() {
    post(
        () -> {
          closed = true;
          requests.clear();
          dropWorker();
        });
  }

  private void proceed() {
    if (underWay || requests.isEmpty() || closed) {
      return;
    }
    if (worker != null && !attached && !worker.isAlive()) {
      dropWorker();
    }
    if (worker == null) {
      takeWorker();
      return;
    }
    RunRequest request = requests.getFirst();
    if (ahead != null) {
      if (ahead.isWanted(request)) {
        goOn(ahead, request);
      } else {
        dropAhead(); // and then it goes on here
      }
      return;
    }
    Set<ValueRef> missing = state.missing(request);
    if (state.isWornOut()) {
      requests.removeFirst();
      dropWorker();
      tell(new KernelEvent.Renewed(request.id()));
      proceed();
    } else if (missing.isEmpty()) {
      underWay = true;
      stopping = false;
      claims = claims(request);
      begin(worker, request);
      tellBegun(request);
    } else {
      requests.removeFirst();
      tell(new KernelEvent.Gone(request.id(), missing));
      proceed();
    }
  }

  private Claims claims(RunRequest request) {
    WorkerState here = state;
    return new Claims(
        request, handle -> here.asks(request, handle), WorkerState.reported(request).size());
  }

  private void tellBegun(RunRequest request) {
    if (ready && telling == null) {
      tell(new KernelEvent.Began(request.id()));
    } else if (ready) {
      post(() -> tell(new KernelEvent.Began(request.id())));
    }
  }

  private void begin(WorkerProcess to, RunRequest request) {
    if (!attached) {
      attached = true;
      to.attach(receiver);
    }
    send(to, () -> state.start(request));
    number = state.run();
    sentAhead = false;
  }

  /** A worker that may have got half of what a run needs is of no more use. */
  private void send(WorkerProcess to, Supplier<List<ToWorker>> messages) {
    try {
      to.send(messages.get());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "a run could not be begun", e);
      lose(ExitReason.inside("the run could not be begun: " + e));
    }
  }

  /** Sends what will probably be asked for, where the worker can do it after what it does now. */
  private void sendAhead(RunRequest next, Ahead how) {
    RunRequest before = requests.peekFirst();
    WorkerProcess to = worker;
    if (to == null
        || before == null
        || !underWay
        || ahead != null
        || requests.size() > 1
        || !state.canFollow(before, next)) {
      return;
    }
    ahead = new AheadRun(next, state.run() + 1, claims(next));
    send(to, () -> state.follow(before, next, how.unless()));
  }

  /** Goes on with what was sent ahead, as somebody asks for it now. */
  private void goOn(AheadRun sent, RunRequest request) {
    WorkerProcess from = worker;
    ahead = null;
    underWay = true;
    stopping = false;
    claims = sent.claims();
    number = sent.number();
    sentAhead = true;
    state.names().goOn(request.key(), sent.request().key(), !request.kept().isEmpty());
    tellBegun(request);
    // At once, as more may come meanwhile, and wait for its turn.
    for (FromWorker message : sent.said()) {
      if (worker == from) {
        guarded(() -> takeOfRun(request, message));
      }
    }
  }

  /** Ends what was sent ahead and nobody asks for: nothing else runs before. */
  private void dropAhead() {
    AheadRun sent = ahead;
    WorkerProcess asked = worker;
    if (sent == null || asked == null || sent.isDropped()) {
      return;
    }
    sent.drop();
    FromWorker end = sent.end();
    if (end != null) {
      forgetAhead(sent, end);
      return;
    }
    asked.interrupt(sent.number());
    if (!underWay) {
      limitDropped(sent);
    }
  }

  /** Takes in that the run under way is over; what was sent ahead has its turn. */
  private void endRun() {
    requests.removeFirst();
    underWay = false;
    if (ahead != null && ahead.isDropped()) {
      limitDropped(ahead);
    }
  }

  private void limitDropped(AheadRun sent) {
    afterStop(
        () -> {
          if (sent == ahead) {
            lose(ExitReason.inside(UNSTOPPED));
          }
        });
  }

  /** Takes in what the worker says in a run that was sent ahead. */
  private void takeAhead(AheadRun sent, FromWorker message) {
    if (sent.end() != null || !sent.claims().allow(message)) {
      lose(ExitReason.inside(BROKEN));
    } else if (message instanceof FromWorker.Skipped
        || (sent.isDropped() && AheadRun.isEnd(message))) {
      forgetAhead(sent, message);
    } else {
      sent.add(message);
    }
  }

  /** Forgets a run that was sent ahead, and has ended or was not begun. */
  private void forgetAhead(AheadRun sent, FromWorker end) {
    ahead = null;
    String tainted = null;
    if (end instanceof FromWorker.Done done && worker != null) {
      tainted = done.tainted();
      worker.send(List.of(state.drop(sent.request())));
    } else {
      state.refuse(sent.request());
    }
    if (tainted != null) {
      lose(ExitReason.inside(tainted));
    } else {
      proceed();
    }
  }

  private void takeWorker() {
    if (starting != null || worker != null || closed) {
      return;
    }
    CompletableFuture<WorkerProcess> next = pool.take(options);
    taken = options;
    starting = next;
    Future<?> unused =
        next.whenComplete((started, failure) -> post(() -> onStarted(next, started, failure)));
  }

  private void onStarted(
      CompletableFuture<WorkerProcess> from,
      @Nullable WorkerProcess started,
      @Nullable Throwable failure) {
    if (from != starting) {
      return; // it was given away by then
    }
    starting = null;
    if (started != null) {
      worker = started;
      proceed();
    } else if (!requests.isEmpty()) {
      boolean outside = isKilled(failure);
      tell(new KernelEvent.Lost(requests.removeFirst().id(), message(failure), outside));
      proceed();
    }
  }

  private void cancelCurrent() {
    RunRequest request = requests.peekFirst();
    if (request == null) {
      return;
    }
    WorkerProcess asked = worker;
    if (!underWay || asked == null) {
      requests.removeFirst();
      tellNotBegun(request);
      proceed();
      return;
    }
    stopping = true;
    asked.interrupt(number);
    dropAhead();
    afterStop(
        () -> {
          if (asked == worker && underWay && request == requests.getFirst()) {
            lose(ExitReason.inside(UNSTOPPED));
          }
        });
  }

  private void tellNotBegun(RunRequest cancelled) {
    tell(new KernelEvent.Finished(cancelled.id(), true, null, false, 0, 0, List.of(), 0, 0));
  }

  /** Does something once a run must have said that it has stopped. */
  private void afterStop(Runnable task) {
    int millis = STOPS * options.limits().stopMillis();
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, this::post).execute(task);
  }

  /** A worker that says what cannot be so is given up, whatever comes of it here. */
  private void guarded(Runnable taking) {
    try {
      taking.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "a worker said what nobody can make sense of", e);
      lose(ExitReason.inside(BROKEN));
    }
  }

  private void take(FromWorker message) {
    RunRequest request = requests.peekFirst();
    boolean late = ready && message instanceof FromWorker.Ready;
    ready |= message instanceof FromWorker.Ready;
    if (message instanceof FromWorker.Expanded expanded) {
      questions.answer(expanded);
      return;
    } else if (message instanceof FromWorker.Note note) {
      note(note);
      return;
    }
    if (ahead != null && AheadRun.number(message) == ahead.number()) {
      takeAhead(ahead, message);
    } else if (request != null && underWay && !late) {
      if (claims == null || !claims.allow(message)) {
        lose(ExitReason.inside(BROKEN));
      } else if (message instanceof FromWorker.Ready) {
        tell(new KernelEvent.Began(request.id()));
      } else if (AheadRun.number(message) == number) {
        takeOfRun(request, message);
      }
    }
  }

  /** Takes in what a worker says in the run under way. */
  private void takeOfRun(RunRequest request, FromWorker message) {
    RunId id = request.id();
    if (message instanceof FromWorker.Value value) {
      tell(
          new KernelEvent.Emitted(
              id,
              new Emission(
                  value.display() ? Emission.Kind.DISPLAY : Emission.Kind.VALUE,
                  value.segment(),
                  value.statement(),
                  state.names().toClient(value.mime()),
                  value.truncated(),
                  known(value.expandable()),
                  known(value.id())),
              value.last()));
    } else if (message instanceof FromWorker.Output output) {
      Emission.Kind kind = output.error() ? Emission.Kind.STDERR : Emission.Kind.STDOUT;
      tell(
          emitted(
              id, kind, output.segment(), output.statement(), output.text(), output.truncated()));
    } else if (message instanceof FromWorker.Done done) {
      onDone(request, done);
    } else if (message instanceof FromWorker.Refused refused) {
      onRefused(request, refused);
    } else if (message instanceof FromWorker.Skipped) {
      onSkipped(request);
    }
  }

  /**
   * Begins what was sent ahead and asked for, and not begun: the run before ended otherwise. Where
   * it has been cancelled since, nobody wants it any more.
   */
  private void onSkipped(RunRequest request) {
    if (worker == null || !sentAhead) {
      lose(ExitReason.inside(BROKEN));
      return;
    }
    state.refuse(request);
    if (stopping) {
      endRun();
      tellNotBegun(request);
      proceed();
    } else {
      claims = claims(request);
      begin(worker, request);
    }
  }

  private @Nullable String known(@Nullable String reference) {
    return reference == null ? null : state.names().toClient(reference);
  }

  /** Passes on what a worker tells people; one that has too much to tell is given up. */
  private void note(FromWorker.Note note) {
    notes++;
    if (notes > MAX_NOTES) {
      lose(ExitReason.inside(BROKEN));
    } else {
      String text = note.text();
      tell(new KernelEvent.Note(text.substring(0, Math.min(MAX_NOTE, text.length()))));
    }
  }

  private void onRefused(RunRequest request, FromWorker.Refused refused) {
    endRun();
    state.refuse(request);
    if (refused.renew() && worker != null) {
      if (refused.gone().isEmpty()) {
        renew(worker);
      } else {
        dropWorker(); // it may have no place for both what is gone and what is made instead
      }
      tell(new KernelEvent.Renewed(request.id()));
    } else {
      Set<ValueRef> gone = new HashSet<>();
      refused.gone().forEach(handle -> gone.add(state.lose(request, handle)));
      tell(new KernelEvent.Gone(request.id(), gone));
    }
    proceed();
  }

  private void onDone(RunRequest request, FromWorker.Done done) {
    List<CodeKey> reported = WorkerState.reported(request);
    // While this may fail the run is still under way, so that it ends with the worker.
    KernelEvent.@Nullable Thrown thrown = new Traces(store, state::key).thrown(done.thrown());
    if (worker != null && (done.cancelled() || done.denied() != null)) {
      // Nobody takes that in, and it may be where an equal run has left its values.
      worker.send(List.of(state.drop(request)));
    } else {
      state.finish(request, done, ahead == null ? null : ahead.request());
    }
    endRun();
    String tainted = done.tainted();
    telling = tainted == null ? Thread.currentThread() : null;
    try {
      tellDone(request, done, thrown, reported);
    } finally {
      telling = null;
    }
    if (tainted != null) {
      lose(ExitReason.inside(tainted));
    } else {
      proceed();
    }
  }

  private void tellDone(
      RunRequest request,
      FromWorker.Done done,
      KernelEvent.@Nullable Thrown thrown,
      List<CodeKey> reported) {
    FromWorker.Denied denied = done.denied();
    if (denied != null) {
      tell(
          new KernelEvent.Denied(
              request.id(),
              denied.does(),
              denied.call(),
              new Traces(store, state::key).own(denied.trace()),
              Math.min(done.segment(), request.segments().size() - 1),
              done.statement()));
    } else {
      tellFinished(request, done, thrown, reported);
    }
  }

  private void tellFinished(
      RunRequest request,
      FromWorker.Done done,
      KernelEvent.@Nullable Thrown thrown,
      List<CodeKey> reported) {
    List<KernelEvent.Kept> kept = new ArrayList<>();
    for (int i = 0; i < reported.size(); i++) {
      CodeKey storage = reported.get(i);
      FromWorker.Kept one = done.kept().get(i);
      if (request.kept().contains(storage) || one.changed() || !one.shares().isEmpty()) {
        kept.add(
            new KernelEvent.Kept(
                storage,
                one.defined(),
                one.changed(),
                one.digest(),
                one.mutable(),
                one.code(),
                one.shares().stream().map(reported::get).collect(Collectors.toSet())));
      }
    }
    tell(
        new KernelEvent.Finished(
            request.id(),
            done.cancelled(),
            thrown,
            done.returned(),
            done.segment(),
            done.statement(),
            kept,
            done.nanos(),
            done.definedClasses()));
  }

  /** Gives up the worker, tells so, and goes on with another. */
  private void lose(ExitReason reason) {
    RunId run = underWay ? requests.removeFirst().id() : null;
    dropWorker();
    tell(new KernelEvent.Lost(run, reason.text(), reason.outside(), reason.done()));
    takeWorker();
    proceed();
  }

  private void dropWorker() {
    if (worker != null) {
      release(worker, attached, taken);
    }
    questions.abandon();
    worker = null;
    attached = false;
    ready = false;
    ahead = null;
    notes = 0;
    underWay = false;
    if (starting != null) {
      WorkerOptions with = taken;
      Future<?> unused = starting.thenAccept(started -> release(started, false, with));
      starting = null;
    }
    state = newState();
  }

  /** Lets go of a worker: one that is like all others, and that nobody has used, serves others. */
  private void release(WorkerProcess process, boolean used, WorkerOptions with) {
    if (used || !with.equals(pool.options())) {
      process.kill();
    } else {
      pool.giveBack(process);
    }
  }

  private WorkerState newState() {
    return new WorkerState(store, options.limits());
  }

  private static KernelEvent emitted(
      RunId run, Emission.Kind kind, int segment, int statement, String text, boolean truncated) {
    return new KernelEvent.Emitted(run, Emission.stream(kind, segment, statement, text, truncated));
  }

  /** Tells whether all that were started were killed by others. */
  private static boolean isKilled(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof WorkerLauncher.KilledException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static String message(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    String message = cause == null ? null : cause.getMessage();
    return message == null ? "no worker could be started" : message;
  }

  private void tell(KernelEvent event) {
    if (!closed) {
      listener.on(event);
    }
  }

  private void post(Runnable task) {
    turns.execute(task);
  }

  /** Passes on what the present worker says, and nothing of any before. */
  private final class Mailbox implements WorkerProcess.Receiver {
    @Override
    public void onMessage(WorkerProcess source, FromWorker message) {
      post(
          () -> {
            if (source == worker) {
              guarded(() -> take(message));
            }
          });
    }

    @Override
    public void onEnd(WorkerProcess source, ExitReason reason) {
      post(
          () -> {
            if (source == worker) {
              lose(reason);
            }
          });
    }
  }
}
