package dev.colight.worker;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.ToWorker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does what the server asks for, one thing after the other, on the thread that user code sees as
 * its main thread.
 */
final class Runner implements Runnable {
  /**
   * Stack of the main thread: far more than plain {@code java} gives, and still little enough for
   * endless recursion to end soon.
   */
  static final int STACK_BYTES = 16 << 20;

  private static final String UNGUARDED =
      "This Java does not let its own classes be changed, so that a block is not asked about again"
          + " while it runs: what reflection and the like lead to is done as you type.";

  private static final int EXPAND_MILLIS = 500;

  private final InputStream in;
  private final Connection connection;
  private final Map<String, byte[]> classFiles;
  private RunContext context;

  /** The run before, if it has begun. */
  private @Nullable EndedRun last;

  /**
   * Creates a runner.
   *
   * @param in what the server says; its end is that of the process
   * @param classFiles takes the classes that come
   */
  Runner(
      InputStream in, Connection connection, Map<String, byte[]> classFiles, RunContext context) {
    this.in = in;
    this.connection = connection;
    this.classFiles = classFiles;
    this.context = context;
  }

  @Override
  public void run() {
    context.cancellation().bind();
    try {
      WarmUp.run(context);
      installGuard();
      connection.send(new FromWorker.Ready());
      WarmUp.loadRichForms();
      while (true) {
        ToWorker message = Frames.receiveToWorker(in);
        if (message instanceof ToWorker.Define define) {
          define.classes().forEach(c -> classFiles.put(c.name(), c.bytes()));
        } else if (message instanceof ToWorker.Run run) {
          execute(run);
        } else if (message instanceof ToWorker.Ahead ahead) {
          EndedRun before = last;
          if (before != null && before.isFollowedBy(ahead, context.storages())) {
            execute(ahead.run());
          } else {
            connection.send(new FromWorker.Skipped(ahead.run().run()));
          }
        } else if (message instanceof ToWorker.Forget forget) {
          context.storages().forget(forget.values());
        } else if (message instanceof ToWorker.Expand expand) {
          connection.send(expanded(expand));
        } else if (message instanceof ToWorker.Renew) {
          context = context.renewed();
          last = null;
          StopCheck.forget();
          Thread.currentThread().setContextClassLoader(context.loader());
        }
      }
    } catch (OutOfMemoryError e) {
      try {
        connection.flush(); // as far as there is memory for it
      } finally {
        Main.end(Main.OUT_OF_MEMORY);
      }
    } catch (IOException e) {
      Main.end(); // the server is gone
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      Main.end(Main.BROKEN);
    }
  }

  private void execute(ToWorker.Run run) {
    context.cancellation().expect(run.run());
    FromWorker answer = new BlockRun(context, run).execute();
    connection.send(answer);
    last = answer instanceof FromWorker.Done done ? new EndedRun(run, done) : null;
  }

  /** Where classes of the JDK cannot be changed, there is no second line: that is told. */
  private void installGuard() {
    try {
      Agent.install(context.guard());
    } catch (Exception | LinkageError e) {
      System.getLogger(Runner.class.getName()).log(System.Logger.Level.WARNING, "no guard", e);
      connection.send(new FromWorker.Note(UNGUARDED));
    }
  }

  /** Answers between two runs; what takes too long is given up. */
  private FromWorker expanded(ToWorker.Expand expand) {
    FromWorker.Expanded answer =
        context
            .helper()
            .callOurs(() -> context.expansions().expand(expand), EXPAND_MILLIS, () -> false);
    return answer == null ? Expansions.nothing(expand, Expansions.SLOW) : answer;
  }
}
