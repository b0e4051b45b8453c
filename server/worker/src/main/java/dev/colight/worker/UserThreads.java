package dev.colight.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads of a document's code, other than the runner's. */
final class UserThreads {
  /** How many may outlive a run; with more, and more each time it runs, none could be started. */
  private static final int MANY = 1_000;

  private static final int POLL_MILLIS = 1;

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
