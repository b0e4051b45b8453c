package dev.colight.workspace;

import dev.colight.execution.Kernel;
import dev.colight.toy.ScriptedKernel;
import dev.colight.toy.ToyDocuments;
import dev.colight.toy.ToyLanguage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;

/**
 * A workspace of toy documents in which nothing happens by itself: its owner decides whether the
 * compiler, a kernel, the clock or the next event comes first. All on the owner's thread.
 */
public final class ScriptedWorkspace implements AutoCloseable {
  private final ToyLanguage toy = new ToyLanguage();
  private final Deque<Runnable> events = new ArrayDeque<>();
  private final Deque<Runnable> compilations = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at));
  private final List<ScriptedKernel> kernels = new ArrayList<>();
  private final Random random;
  private final Workspace workspace;
  private long now;
  private boolean trusting = true;

  private record Timer(long at, Runnable task) {}

  /** Creates a workspace; {@code random} makes the decisions that are left to it. */
  public ScriptedWorkspace(WorkspaceListener listener, Random random) {
    this.random = random;
    this.workspace = new Workspace(new Toy(), uri -> trusting, listener, new Script());
  }

  /** Returns what is scripted. */
  public Workspace workspace() {
    return workspace;
  }

  /** Trusts all documents from now on, or none. */
  public void trust(boolean all) {
    trusting = all;
    workspace.trustChanged();
  }

  /** Returns what compiles. */
  public ToyLanguage toy() {
    return toy;
  }

  /** Returns the kernels that were started, in order. */
  public List<ScriptedKernel> kernels() {
    return kernels;
  }

  /** Lets one thing happen, if anything can that waits for no clock; tells whether it did. */
  public boolean step() {
    List<Runnable> next = new ArrayList<>();
    if (!events.isEmpty()) {
      next.add(() -> events.remove().run());
    }
    if (!compilations.isEmpty()) {
      next.add(() -> compilations.remove().run());
    }
    for (ScriptedKernel kernel : kernels) {
      if (kernel.isBusy()) {
        next.add(kernel::proceed);
      }
    }
    if (!next.isEmpty()) {
      next.get(random.nextInt(next.size())).run();
    }
    return !next.isEmpty();
  }

  /** Lets all happen that can. */
  public void settle() {
    while (step()) {}
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now += time.toNanos();
    while (!timers.isEmpty() && timers.peek().at() <= now) {
      timers.remove().task().run();
    }
  }

  @Override
  public void close() {
    workspace.close();
    settle();
  }

  private final class Script implements Threads {
    @Override
    public Executor events() {
      return events::add;
    }

    @Override
    public Executor answers() {
      return events::add;
    }

    @Override
    public Executor compilations() {
      return compilations::add;
    }

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
      timers.add(new Timer(now + delay.toNanos(), task));
    }

    @Override
    public boolean close() {
      return true;
    }
  }

  private final class Toy extends ToyDocuments {
    Toy() {
      super(toy);
    }

    @Override
    public Kernel startKernel(Kernel.Listener listener) {
      ScriptedKernel kernel = new ScriptedKernel(toy, listener, random);
      kernels.add(kernel);
      return kernel;
    }
  }
}
