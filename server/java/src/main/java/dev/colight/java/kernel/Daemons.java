package dev.colight.java.kernel;

/** Starts threads that keep no process alive. */
public final class Daemons {
  private Daemons() {}

  public static Thread start(String name, Runnable task) {
    Thread thread = create(name, task);
    thread.start();
    return thread;
  }

  static Thread create(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
