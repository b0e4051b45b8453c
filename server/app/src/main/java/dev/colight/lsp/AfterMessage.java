package dev.colight.lsp;

import org.jspecify.annotations.Nullable;

/**
 * What a message asks for that must not begin before whoever sends the answer waits for it: then
 * the thread that completes the answer sends it itself, before anything that it tells later. Owned
 * by the thread that receives.
 */
public final class AfterMessage {
  private @Nullable Runnable task;

  /** Has something done after the message that is being received; it must not take long. */
  public void run(Runnable next) {
    task = next;
  }

  /** Notes that a message has been received. */
  public void received() {
    Runnable next = task;
    task = null;
    if (next != null) {
      next.run();
    }
  }
}
