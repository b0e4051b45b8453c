package dev.colight.worker;

import dev.colight.display.Display;
import dev.colight.display.Hosts;
import dev.colight.display.Progress;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.FromWorker.Denied;
import dev.colight.worker.wire.FromWorker.Done;
import dev.colight.worker.wire.FromWorker.Kept;
import dev.colight.worker.wire.FromWorker.Refused;
import dev.colight.worker.wire.FromWorker.Thrown;
import dev.colight.worker.wire.Handle;
import dev.colight.worker.wire.ToWorker.Link;
import dev.colight.worker.wire.ToWorker.Run;
import dev.colight.worker.wire.ToWorker.Segment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of a block. Belongs to the runner's thread. */
final class BlockRun implements Values {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final int RESERVE_BYTES = 1 << 20;
  private static final MethodType STATEMENT = MethodType.methodType(void.class);

  /**
   * An array of this length never fits, however much memory there is: nothing is lost by trying.
   */
  private static final String TOO_LONG_ARRAY = "Requested array size exceeds VM limit";

  /** Given up when memory runs out, so that there is some to say so. */
  private static final AtomicReference<byte @Nullable []> RESERVE =
      new AtomicReference<>(new byte[RESERVE_BYTES]);

  private final RunContext context;
  private final Run run;
  private final StateReport report;
  private final Showing showing;

  /** The statement that runs; all before it are done. */
  private int segment;

  private int statement;

  /** Whether the statement that ran last left it at that. */
  private boolean returned;

  private long shownNanos;

  BlockRun(RunContext context, Run run) {
    this.context = context;
    this.run = run;
    this.report = new StateReport(context.incarnation(), context.loader(), run);
    this.showing = new Showing(context, run);
  }

  /**
   * Tells whether there may be no place for what is to be made anew beside what was there before,
   * for which there is one in a clean run.
   */
  private static boolean isLittleMemoryLeft() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() > runtime.maxMemory() / 2;
  }

  /**
   * Runs the statements until one throws or returns, or the run is cancelled; or says why it
   * cannot.
   */
  FromWorker execute() {
    List<Handle> gone = report.gone();
    boolean renew = !report.canBegin() || (!gone.isEmpty() && isLittleMemoryLeft());
    if (renew || !gone.isEmpty()) {
      context.cancellation().end(run.limits().stopMillis());
      return new Refused(run.run(), gone, renew);
    }
    int definedBefore = context.loader().defined();
    Throwable thrown = null;
    context.cancellation().begin();
    context.guard().begin(run.run(), run.free(), this::code);
    context.output().begin(run.run(), run.limits());
    context.installStreams();
    Hook.install(this);
    Hosts.install(new Displays(context, run, showing));
    long start = System.nanoTime();
    try {
      ThreadNumbers.restart();
      prepare();
      start = System.nanoTime();
      runSegments();
    } catch (OutOfMemoryError e) {
      giveUpMemory(e);
      thrown = e;
    } catch (Throwable e) {
      thrown = e;
    }
    boolean ends = run.isLast() || (run.inProgram() && (returned || thrown != null));
    if (ends && !(thrown instanceof Stopped) && !(thrown instanceof OutOfMemoryError)) {
      UserThreads.awaitEnd(context.cancellation()::isRequested);
    }
    long nanos = System.nanoTime() - start - shownNanos;
    context.output().end();
    DeniedEffect denied = context.guard().end();
    boolean cancelled = context.cancellation().isRequested();
    boolean stopped = context.cancellation().end(run.limits().stopMillis());
    // What the look gives a hash code has it from the code too, however much of it was run.
    IdentityHashes.seed(~run.seed());
    boolean failed = thrown != null && !(thrown instanceof Stopped) && denied == null;
    List<Thrown> chain = failed && thrown != null ? describe(thrown) : List.of();
    String tainted = taint(chain, stopped, denied);
    List<Kept> kept =
        tainted == null
            ? report.after(segment, statement, context.connection()::flush)
            : report.nothing();
    if (tainted == null) {
      context.expansions().ended(report.states());
    }
    return new Done(
        run.run(),
        cancelled,
        chain,
        returned && thrown == null,
        segment,
        statement,
        kept,
        nanos,
        context.loader().defined() - definedBefore,
        tainted,
        denied == null
            ? null
            : new Denied(denied.does(), denied.call(), Traces.of(denied).get(0).trace()));
  }

  /**
   * Makes room to say that there is none. The reserve alone may not: where objects fill the memory
   * to the last, a collector leaves what it frees in a part that takes no new ones.
   */
  private void giveUpMemory(OutOfMemoryError thrown) {
    RESERVE.set(null);
    if (isOutOfMemory(thrown.getClass().getName(), thrown.getMessage())) {
      try {
        report.letGo();
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("a variable that was read before cannot be written", e);
      }
    }
  }

  private static boolean isOutOfMemory(String type, @Nullable String message) {
    return type.equals(OutOfMemoryError.class.getName()) && !TOO_LONG_ARRAY.equals(message);
  }

  private List<String> code() {
    return Stream.concat(run.segments().stream().map(Segment::className), run.code().stream())
        .toList();
  }

  @Override
  public void begin() {
    IdentityHashes.seed(((long) run.segments().get(segment).seed() << Integer.SIZE) + statement);
  }

  @Override
  public void goesOn(boolean on) {
    returned = !on;
  }

  @Override
  public void show(@Nullable Object value, int shownStatement) {
    if (value instanceof Display || value instanceof Progress) {
      return; // has been shown when it was made
    }
    long start = System.nanoTime();
    Showing.Shown shown = showing.onRunner(value, true);
    if (shown != null && !context.cancellation().isRequested()) {
      context.output().flush();
      FromWorker.Value message = shown.value(run.run(), false, segment, shownStatement, null);
      if (isLast(shownStatement)) {
        context.connection().keep(message);
      } else {
        context.connection().send(message);
      }
    }
    shownNanos += System.nanoTime() - start;
  }

  /** Tells whether nothing of the run is left once a statement has shown its value. */
  private boolean isLast(int shownStatement) {
    return segment == run.segments().size() - 1
        && shownStatement == run.segments().get(segment).statements() - 1;
  }

  private void prepare() throws ReflectiveOperationException {
    bind(run.links());
    context.expansions().step();
    report.before();
  }

  private void bind(List<Link> links) {
    if (!links.isEmpty()) {
      Map<String, Links.Target> targets = new HashMap<>();
      for (Link link : links) {
        targets.put(link.interfaceKey(), new Links.Target(link.bodyClass(), link.method()));
      }
      context.loader().links().link(targets);
    }
  }

  private void runSegments() throws Throwable {
    List<Segment> segments = run.segments();
    for (segment = 0; segment < segments.size(); segment++) {
      bind(segments.get(segment).links());
      Class<?> type = Class.forName(segments.get(segment).className(), false, context.loader());
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, LOOKUP);
      int statements = segments.get(segment).statements();
      for (statement = 0; statement < statements; statement++) {
        if (context.cancellation().isRequested()) {
          return;
        }
        context.output().at(segment, statement);
        context.expansions().step();
        MethodHandle method = lookup.findStatic(type, "s" + statement, STATEMENT);
        method.invokeExact();
        if (returned) {
          return;
        }
      }
    }
  }

  private List<Thrown> describe(Throwable thrown) {
    if (thrown.getClass() == OutOfMemoryError.class) {
      return Traces.of(thrown);
    }
    List<Thrown> chain = context.helper().call(() -> Traces.of(thrown), run.limits(), () -> false);
    return chain == null ? Traces.bare(thrown, "(getMessage did not finish)") : chain;
  }

  private @Nullable String taint(
      List<Thrown> chain, boolean stopped, @Nullable DeniedEffect denied) {
    if (!stopped) {
      return "a thread did not stop when its block was cancelled";
    }
    if (denied != null && denied.breaksClass()) {
      return "a class of a library was stopped while it was initialised";
    }
    if (UserThreads.areTooMany()) {
      return "the program left too many threads running";
    }
    for (Thrown thrown : chain) {
      if (isOutOfMemory(thrown.type(), thrown.message())) {
        return "the program ran out of memory";
      }
    }
    return context.helper().isTainted() ? "a toString or getMessage did not finish" : null;
  }
}
