package dev.colight.worker;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of a document's code, other than the runner's. */
final class UserThreads {
  /** How many may outlive a run; with more, and more each time it runs, none could be started. */
  private static final int MANY = 1_000;

  private static final int POLL_MILLIS = 1;

  /** Where a thread has the values of its variables, and where those are in turn. */
  private static final long OF_THREAD = offset("java.lang.Thread", "threadLocals");

  private static final long OF_MAP = offset("java.lang.ThreadLocal$ThreadLocalMap", "table");
  private static final long OF_ENTRY =
      offset("java.lang.ThreadLocal$ThreadLocalMap$Entry", "value");

  private UserThreads() {}

  /** Returns those that live and were made after the one of a number. */
  static List<Thread> startedSince(long number) {
    List<Thread> started = new ArrayList<>();
    for (Thread thread : others()) {
      if (thread.getId() > number) {
        started.add(thread);
      }
    }
    return started;
  }

  /** Tells whether there are too many of them to go on with this process. */
  static boolean areTooMany() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    return group != null && group.activeCount() > MANY;
  }

  /**
   * Waits a moment until none runs code of the document's; threads that wait for something do not
   * count. The caller's interrupted status does not either.
   *
   * @param millis how long to wait
   * @return whether it came to that
   */
  static boolean awaitStop(int millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    boolean interrupted = Thread.interrupted();
    try {
      while (others().stream().anyMatch(UserThreads::runsDocument)) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        try {
          TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean runsDocument(Thread thread) {
    if (thread.getState() != Thread.State.RUNNABLE) {
      return false;
    }
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (GeneratedLoader.NAME.equals(frame.getClassLoaderName())) {
        return true;
      }
    }
    return false;
  }

  /** Returns what a variable holds in the caller's thread and in the document's. */
  static List<Object> valuesOf(ThreadLocal<?> local) {
    List<Object> values = new ArrayList<>();
    List<Thread> threads = new ArrayList<>(others());
    threads.add(Thread.currentThread());
    for (Thread thread : threads) {
      Object map = Memory.reference(thread, OF_THREAD);
      Object table = map == null ? null : Memory.reference(map, OF_MAP);
      if (table instanceof @Nullable Reference<?>[] entries) {
        for (Reference<?> entry : entries) {
          Object value = entry == null ? null : Memory.reference(entry, OF_ENTRY);
          if (value != null && entry.get() == local) {
            values.add(value);
          }
        }
      }
    }
    return values;
  }

  private static long offset(String type, String field) {
    try {
      return Memory.offset(Class.forName(type), field);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this JVM has no " + type, e);
    }
  }

  private static List<Thread> others() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    if (group == null) {
      return List.of();
    }
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads);
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (threads[i] != Thread.currentThread()) {
        others.add(threads[i]);
      }
    }
    return others;
  }
}
