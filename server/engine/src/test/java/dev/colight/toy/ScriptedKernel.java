package dev.colight.toy;

import dev.colight.execution.Ahead;
import dev.colight.execution.Expansion;
import dev.colight.execution.Kernel;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.RunId;
import dev.colight.execution.RunRequest;
import dev.colight.execution.Toolchain;
import dev.colight.execution.ValueRef;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A kernel that says the next thing when it is told to, and loses its worker when told to. */
public final class ScriptedKernel implements Kernel {
  private final ToyLanguage language;
  private final ToyKernel kernel;
  private final Listener listener;
  private final Random random;

  /** What the run under way has not said yet. */
  private final Deque<KernelEvent> untold = new ArrayDeque<>();

  /** Whether it never says more than that. */
  private boolean endless;

  private @Nullable RunId running;
  private boolean cancelled;
  private boolean closed;
  private int restarts;

  /** Creates a kernel; {@code random} decides what becomes of a run that is cancelled. */
  public ScriptedKernel(ToyLanguage language, Listener listener, Random random) {
    this.language = language;
    this.kernel = new ToyKernel(language);
    this.listener = listener;
    this.random = random;
  }

  @Override
  public void run(RunRequest request) {
    if (running != null) {
      throw new AssertionError("a run begins before the one before it has ended");
    }
    running = request.id();
    cancelled = false;
    endless = false;
    untold.add(new KernelEvent.Began(request.id()));
    for (KernelEvent event : kernel.run(request)) {
      if (event instanceof KernelEvent.Emitted emitted
          && emitted.emission().mime().containsValue(language.endless)) {
        endless = true;
        break;
      }
      untold.add(event);
    }
  }

  @Override
  public void ahead(Ahead next) {
    // It runs what it is asked for and nothing else, as a kernel may.
  }

  @Override
  public void notAhead() {
    // There is nothing ahead.
  }

  @Override
  public void cancel() {
    cancelled = running != null;
  }

  @Override
  public void forget(Collection<ValueRef> values) {}

  @Override
  public void use(Toolchain toolchain) {
    // There is one language.
  }

  @Override
  public void restart() {
    restarts++;
    lose("the worker was started afresh", false);
  }

  @Override
  public CompletableFuture<Expansion> expand(String reference, int offset, int limit) {
    return CompletableFuture.completedFuture(Expansion.none("nothing is kept"));
  }

  @Override
  public void close() {
    running = null;
    untold.clear();
    closed = true;
  }

  /** Tells whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  /** Returns how often it was started afresh. */
  public int restarts() {
    return restarts;
  }

  /** Tells whether there is something to say about a run under way. */
  public boolean isBusy() {
    return running != null && (cancelled || !untold.isEmpty());
  }

  /** Says the next thing about the run under way. */
  public void proceed() {
    RunId run = running;
    if (run == null) {
      return;
    }
    int fate = cancelled ? random.nextInt(4) : 0;
    if (untold.isEmpty()) {
      fate = Math.max(1, fate);
    }
    if (fate == 1) {
      lose("it did not stop when it was cancelled", false);
    } else if (fate > 1) {
      untold.clear();
      end(new KernelEvent.Finished(run, true, null, false, 0, 0, List.of(), 0, 0));
    } else {
      KernelEvent next = untold.remove();
      if (untold.isEmpty() && !endless) {
        end(next);
      } else {
        listener.on(next);
      }
    }
  }

  private void end(KernelEvent last) {
    running = null;
    listener.on(last);
  }

  /** Loses the worker, and with it all values and the run under way. */
  public void lose(String reason, boolean outside) {
    RunId run = running;
    untold.clear();
    kernel.lose();
    end(new KernelEvent.Lost(run, reason, outside));
  }
}
