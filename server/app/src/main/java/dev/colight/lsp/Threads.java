package dev.colight.lsp;

import java.util.concurrent.ThreadFactory;

/** Makes threads that do not keep the process alive. */
public final class Threads {
  private Threads() {}

  /** Returns a factory of daemon threads of that name. */
  public static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
