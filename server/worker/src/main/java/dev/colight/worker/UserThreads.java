package dev.colight.worker;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The threads of a document's code, other than the runner's. */
final class UserThreads {
  /** How many may outlive a run; with more, and more each time it runs, none could be started. */
  private static final int MANY = 1_000;

  private static final int POLL_MILLIS = 1;

  /** The end of a program is noticed late by at most this, and by this share of what it took. */
  private static final long MAX_PAUSE_MILLIS = 50;

  private static final long PAUSE_SHARE = 20;

  /** For how long threads have to do nothing, as one that is woken is late on a busy machine. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** For how long all that have begun something have to wait for others until nobody comes. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Classes, by the start of their names, in which threads wait for the time of a task. */
  private static final List<String> TIMERS =
      List.of("java.util.TimerThread", "java.util.concurrent.ScheduledThreadPoolExecutor");

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

  /**
   * Waits for the end of a program whose main thread is done, as {@code java} does: for threads
   * that are no daemons, as long as they run the document's code, or are to do so at some time.
   * Those of a pool that waits for tasks which nobody is left to bring are not waited for, and
   * those that only wait for each other not for long; daemons count among the others there.
   *
   * @param stop tells whether to wait no more; the caller is interrupted then
   */
  static void awaitEnd(BooleanSupplier stop) {
    boolean interrupted = Thread.interrupted();
    try {
      while (!stop.getAsBoolean() && !awaitQuiet(stop)) {
        interrupted = true; // by code of the document: that keeps no process from waiting
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns whether it came to an end, other than by an interrupt. */
  private static boolean awaitQuiet(BooleanSupplier stop) {
    long begun = System.nanoTime();
    long lastBusy = begun;
    long lastGoing = begun;
    while (!stop.getAsBoolean()) {
      List<Thread> alive = others();
      if (alive.stream().allMatch(Thread::isDaemon)) {
        return true;
      }
      long now = System.nanoTime();
      for (Thread thread : alive) {
        if (isBusy(thread)) {
          // A daemon keeps no program from ending, but others may wait for what it does.
          lastBusy = thread.isDaemon() ? lastBusy : now;
          lastGoing = thread.getState() == Thread.State.WAITING ? lastGoing : now;
        }
      }
      if (now - lastBusy > IDLE_NANOS || now - lastGoing > STUCK_NANOS) {
        return true;
      }
      long waited = TimeUnit.NANOSECONDS.toMillis(now - begun);
      try {
        TimeUnit.MILLISECONDS.sleep(Math.min(MAX_PAUSE_MILLIS, POLL_MILLIS + waited / PAUSE_SHARE));
      } catch (InterruptedException e) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether a thread is amid the document's code, about to be, or set to be at a certain
   * time. One that runs, and not in a native method of the platform, may have just begun.
   */
  private static boolean isBusy(Thread thread) {
    Thread.State state = thread.getState();
    StackTraceElement[] stack = thread.getStackTrace();
    if (state == Thread.State.RUNNABLE && (stack.length == 0 || !stack[0].isNativeMethod())) {
      return true;
    }
    boolean timed = state == Thread.State.TIMED_WAITING;
    for (StackTraceElement frame : stack) {
      boolean ofTimer = timed && TIMERS.stream().anyMatch(frame.getClassName()::startsWith);
      if (ofTimer || GeneratedLoader.NAME.equals(frame.getClassLoaderName())) {
        return true;
      }
    }
    return false;
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
