package dev.colight.programs;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Something with a state that no field holds, and by which a program gets at a list all the same.
 *
 * @param around makes it around a list
 */
@SuppressWarnings({"FutureReturnValueIgnored", "ThreadLocalUsage"}) // as programs do it
public record LeadingCase(String name, Function<List<Integer>, Object> around) {
  @Override
  public String toString() {
    return name;
  }

  /** Returns all. */
  public static List<LeadingCase> all() {
    return List.of(
        new LeadingCase("thread", list -> new Thread(() -> list.add(1))),
        new LeadingCase("thread of a program's class", Adder::new),
        new LeadingCase("value of a thread", LeadingCase::local),
        new LeadingCase("first value of a thread", list -> ThreadLocal.withInitial(() -> list)),
        new LeadingCase("future that another waits for", LeadingCase::awaited),
        new LeadingCase("pool", LeadingCase::pool),
        new LeadingCase("timer", LeadingCase::timer),
        new LeadingCase(
            "clean-up", list -> Cleaner.create().register(new Object(), () -> list.add(1))));
  }

  private static final class Adder extends Thread {
    private final List<Integer> list;

    private Adder(List<Integer> list) {
      this.list = list;
    }

    @Override
    public void run() {
      list.add(1);
    }
  }

  private static ThreadLocal<List<Integer>> local(List<Integer> list) {
    ThreadLocal<List<Integer>> local = new ThreadLocal<>();
    local.set(list);
    return local;
  }

  private static CompletableFuture<String> awaited(List<Integer> list) {
    CompletableFuture<String> future = new CompletableFuture<>();
    return future.thenAccept(text -> list.add(1)).isDone() ? new CompletableFuture<>() : future;
  }

  private static ScheduledThreadPoolExecutor pool(List<Integer> list) {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(0);
    pool.setRemoveOnCancelPolicy(pool.schedule(() -> list.add(1), 1, TimeUnit.DAYS).isDone());
    return pool;
  }

  private static Timer timer(List<Integer> list) {
    Timer timer = new Timer(true);
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            list.add(1);
          }
        };
    timer.schedule(task, TimeUnit.DAYS.toMillis(1));
    return timer;
  }
}
