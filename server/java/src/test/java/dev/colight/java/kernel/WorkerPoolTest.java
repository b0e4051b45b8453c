package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.Digest;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.Toolchain;
import dev.colight.graph.ImportResolver;
import dev.colight.java.compile.EcjCompiler;
import dev.colight.java.compile.Platform;
import dev.colight.java.compile.PlatformClasses;
import dev.colight.worker.wire.ToWorker.Limits;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  /** Longer than any test: nothing here depends on when the next spare worker starts. */
  private static final int NEVER = Integer.MAX_VALUE;

  private static final WorkerOptions STANDARD = WorkerOptions.standard();

  private static long pidOfNext(WorkerPool pool) throws Exception {
    return pool.peek().get(60, TimeUnit.SECONDS).pid();
  }

  /** A document that asks for something is started like all others, and goes on elsewhere. */
  @Test
  void a_worker_that_nobody_has_used_serves_the_next() throws Exception {
    try (WorkerPool pool = new WorkerPool(STANDARD, NEVER);
        PlatformClasses classes = new PlatformClasses(Platform.running(List.of()))) {
      long spare = pidOfNext(pool);
      JvmKernel kernel = new JvmKernel(pool, new EcjCompiler(classes), event -> {});
      WorkerOptions other =
          new WorkerOptions(STANDARD.javaHome(), List.of("-Dx=y"), List.of(), Limits.DEFAULT);
      kernel.use(new StartedWith(other));
      assertEquals(spare, pidOfNext(pool));
      kernel.close();
      assertEquals(spare, pidOfNext(pool), "a worker with other options is none of the pool's");
    }
  }

  @Test
  void a_worker_that_has_died_meanwhile_serves_nobody() throws Exception {
    try (WorkerPool pool = new WorkerPool(STANDARD, NEVER)) {
      WorkerProcess taken = pool.take().get(60, TimeUnit.SECONDS);
      taken.kill();
      awaitEnd(taken.pid());
      pool.giveBack(taken);
      assertNotEquals(taken.pid(), pidOfNext(pool));
    }
  }

  @Test
  void a_worker_that_was_started_ahead_ends_where_nobody_asks_for_one_in_time() throws Exception {
    try (WorkerPool pool = new WorkerPool(STANDARD, NEVER)) {
      pool.warmUp();
      long ahead = pidOfNext(pool);
      pool.warmUp();
      pool.endUnused(1);
      assertEquals(ahead, pidOfNext(pool), "it has been warmed up again since");
      pool.endUnused(2);
      awaitEnd(ahead);
      Future<?> unused = pool.take();
      long spare = pidOfNext(pool);
      pool.endUnused(2);
      assertEquals(spare, pidOfNext(pool), "who has had one may need the next");
    }
  }

  private static void awaitEnd(long pid) {
    assertTrue(
        ProcessHandle.of(pid)
            .map(ProcessHandle::onExit)
            .map(exit -> exit.orTimeout(60, TimeUnit.SECONDS).join() != null)
            .orElse(true));
  }

  private record StartedWith(WorkerOptions process) implements Toolchain {
    @Override
    public ImportResolver imports() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CodeCompiler compiler() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Digest platform() {
      throw new UnsupportedOperationException();
    }
  }
}
