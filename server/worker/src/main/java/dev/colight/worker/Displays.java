package dev.colight.worker;

import dev.colight.display.Displayable;
import dev.colight.display.Fields;
import dev.colight.display.Host;
import dev.colight.display.Plot;
import dev.colight.display.Table;
import dev.colight.worker.wire.ToWorker.Run;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one run displays, from whichever thread. Threads that an earlier run has left behind are not
 * heard; those of pools are, which runs share.
 */
final class Displays implements Host {
  /** What the data of a plot takes, of which there is only so much. */
  private static final long PLOT_LENGTH = 1 << 20;

  /** What a small value takes. */
  private static final long LENGTH = 1 << 10;

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
    return run.name() + "." + ids.incrementAndGet();
  }

  @Override
  public void show(String id, @Nullable Object value) {
    Thread thread = Thread.currentThread();
    BooleanSupplier cancelled = context.cancellation()::isRequested;
    if (thread != runner && context.cancellation().isOlder(thread) && !isOfPool()) {
      return;
    } else if (isOwn(value)) {
      context.output().display(id, length(value), cancelled, () -> showing.here(value));
      return;
    }
    Showing.Shown shown = thread == runner ? showing.onRunner(value, false) : showing.here(value);
    if (shown != null) {
      Showing.Shown text =
          value instanceof String string ? shown.with(string, run.limits().textLength()) : shown;
      long length = text.text().text().length();
      for (String form : text.rich().forms().values()) {
        length += form.length();
      }
      context.output().display(id, length, cancelled, () -> text);
    }
  }

  /** Tells whether rendering a value runs no code but ours, and can be put off. */
  private static boolean isOwn(@Nullable Object value) {
    return value instanceof Displayable
        && !(value instanceof Table)
        && value.getClass().getClassLoader() == Displayable.class.getClassLoader()
        && value.getClass().getPackageName().equals(Displayable.class.getPackageName());
  }

  /** Returns about how many characters a value of the display API's own holds. */
  private static long length(@Nullable Object value) {
    long length = value instanceof Plot<?> ? PLOT_LENGTH : LENGTH;
    if (value != null) {
      for (Field field : Fields.of(value.getClass())) {
        length += Fields.get(field, value) instanceof String text ? text.length() : 0;
      }
    }
    return length;
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
