package dev.colight.execution;

/**
 * A thread with room for code that nests deeply, which keeps no process alive. So it can do what
 * comes of its work itself, whatever that is, rather than wake another thread for it.
 */
public final class DeepThread extends Thread {
  private static final long STACK_BYTES = 256L << 20;

  /** Creates a thread that runs a task when it is started. */
  public DeepThread(Runnable task, String name) {
    super(null, task, name, STACK_BYTES);
    setDaemon(true);
  }
}
