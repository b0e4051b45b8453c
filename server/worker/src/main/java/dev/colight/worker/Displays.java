package dev.colight.worker;

import dev.colight.display.Displayable;
import dev.colight.display.Host;
import dev.colight.display.Table;
import dev.colight.worker.wire.ToWorker.Run;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one run displays, from whichever thread. Threads that an earlier run has left behind are not
 * heard; those of pools are, which runs share.
 */
final class Displays implements Host {
  /** Digits of a run's key that name it. */
  private static final int KEY_DIGITS = 8;

  private final RunContext context;
  private final Run run;
  private final Showing showing;
  private final Thread runner = Thread.currentThread();
  private final AtomicInteger ids = new AtomicInteger();
  private final Set<String> inputs = new HashSet<>();

  Displays(RunContext context, Run run, Showing showing) {
    this.context = context;
    this.run = run;
    this.showing = showing;
  }

  @Override
  public String newId() {
    String key = run.key().substring(0, Math.min(KEY_DIGITS, run.key().length()));
    return key + "." + ids.incrementAndGet();
  }

  @Override
  public void show(String id, @Nullable Object value) {
    Thread thread = Thread.currentThread();
    if (thread != runner && context.cancellation().isOlder(thread) && !isOfPool()) {
      return;
    } else if (isOwn(value)) {
      context.output().display(id, () -> showing.here(value));
      return;
    }
    Showing.Shown shown = thread == runner ? showing.onRunner(value, false) : showing.here(value);
    if (shown != null) {
      Showing.Shown text =
          value instanceof String string ? shown.with(string, run.limits().textLength()) : shown;
      context.output().display(id, () -> text);
    }
  }

  /** Tells whether rendering a value runs no code but ours, and can be put off. */
  private static boolean isOwn(@Nullable Object value) {
    return value instanceof Displayable
        && !(value instanceof Table)
        && value.getClass().getClassLoader() == Displayable.class.getClassLoader()
        && value.getClass().getPackageName().equals(Displayable.class.getPackageName());
  }

  /** Tells whether the calling thread works for a pool, other than at set times. */
  private static boolean isOfPool() {
    return StackWalker.getInstance()
        .walk(
            frames -> {
              Set<String> names = new HashSet<>();
              frames.forEach(frame -> names.add(frame.getClassName()));
              String pool = "java.util.concurrent.";
              return (names.contains(pool + "ThreadPoolExecutor$Worker")
                      || names.contains(pool + "ForkJoinWorkerThread"))
                  && !names.contains(pool + "ScheduledThreadPoolExecutor$ScheduledFutureTask");
            });
  }

  @Override
  public synchronized @Nullable String input(String name) {
    if (!inputs.add(name)) {
      throw new IllegalArgumentException(
          "two inputs of this block are called \"" + name + "\"; give each a name of its own");
    }
    return run.inputs().get(name);
  }
}
