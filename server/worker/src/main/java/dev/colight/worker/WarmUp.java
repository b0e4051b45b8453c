package dev.colight.worker;

import dev.colight.worker.render.Rich;
import dev.colight.worker.render.Watch;
import dev.colight.worker.wire.ToWorker.Keep;
import dev.colight.worker.wire.ToWorker.Limits;
import dev.colight.worker.wire.ToWorker.Run;
import dev.colight.worker.wire.ToWorker.Segment;
import dev.colight.worker.wire.ToWorker.Storage;
import java.io.OutputStream;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a small program that touches what the first block of a document will need, while the worker
 * waits for that block. Nobody hears of it.
 */
final class WarmUp {
  private static final String NAME = WarmUp.class.getName();

  /** What the program keeps. */
  static @Nullable Object storage;

  private WarmUp() {}

  /** Runs the program on the calling thread. */
  static void run(RunContext real) {
    Chance.fixHashes();
    Connection nowhere = new Connection(OutputStream.nullOutputStream());
    Output output = new Output(nowhere);
    Cancellation cancellation = new Cancellation();
    // One of its own: where the machine is slow, and this is left behind, no run is to pay for it.
    Helper helper = new Helper(real.loader());
    RunContext context =
        new RunContext(
            nowhere,
            real.loader(),
            Incarnation.of(real.loader()),
            output,
            OutputStreams.of(output),
            helper,
            new Expansions(),
            cancellation,
            new Guard(cancellation, text -> {}, process -> {}));
    Keep keep = new Keep(new Storage(NAME, "storage"), false, 0, 0);
    new BlockRun(
            context,
            new Run(
                0,
                "",
                List.of(new Segment(NAME, 0, 3, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(keep),
                List.of(),
                Map.of(),
                Limits.DEFAULT,
                true,
                false,
                false))
        .execute();
    helper.end();
    storage = null;
    real.installStreams();
  }

  /**
   * Loads what rich forms need, beside whatever runs by then: that takes longer than the rest, and
   * many documents have none.
   */
  static void loadRichForms() {
    Thread thread = new Thread(WarmUp::showRichly, "colight-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void showRichly() {
    record Row(String name, int number) {}
    List<Row> rows = List.of(new Row("a", 1), new Row("b", 2));
    for (Object value : List.of(rows, List.of(rows, Map.of("c", rows)), "a\nb")) {
      Rich.of(value, Watch.PRESENT, "");
    }
  }

  static int function(int n) {
    return n + 1;
  }

  /** First statement: values, text and lambdas. */
  static void s0() throws Throwable {
    StopCheck.warmUp();
    stop();
    storage = List.of("text " + System.nanoTime(), 1);
    Hook.value(storage, 0);
    Hook.value(1.5, 0);
    List.of(1, 2).stream().map(n -> n + 1).forEach(System.out::println);
  }

  /** The way that a run goes which is stopped. */
  private static void stop() throws Throwable {
    StopCheck.stopAll();
    try {
      StopCheck.poll();
    } catch (Stopped e) {
      UserThreads.awaitStop(Limits.DEFAULT.stopMillis());
    } finally {
      StopCheck.releaseAll();
    }
  }

  /** Second statement: a call through a link. */
  static void s1() throws Throwable {
    Links links = new Links(WarmUp.class.getClassLoader());
    links.link(Map.of("f", new Links.Target(NAME, "function")));
    MethodType type = MethodType.methodType(int.class, int.class);
    Hook.value((int) links.callSite("f", "f", type).dynamicInvoker().invokeExact(1), 1);
  }

  /** Third statement: an exception. */
  static void s2() {
    Hook.value(Integer.parseInt("no number"), 2);
  }
}
