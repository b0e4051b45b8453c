package dev.colight.java.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Drains what a worker's JVM writes past the program's streams, and keeps the end of it. */
final class Tail {
  private static final int KEPT_BYTES = 4 << 10;

  private final CountDownLatch ended = new CountDownLatch(1);

  /** Guarded by this. */
  private String kept = "";

  /** Reads to the end. */
  void drain(InputStream in) {
    byte[] bytes = new byte[KEPT_BYTES];
    try {
      for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        add(new String(bytes, 0, length, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // the process is gone, and what it wrote with it
    } finally {
      ended.countDown();
    }
  }

  /** Returns the end of what was written, all of it if that is there within a time. */
  String await(int millis) throws InterruptedException {
    boolean unused = ended.await(millis, TimeUnit.MILLISECONDS);
    return toString();
  }

  private synchronized void add(String text) {
    String all = kept + text;
    kept = all.substring(Math.max(0, all.length() - KEPT_BYTES));
  }

  @Override
  public synchronized String toString() {
    return kept.trim();
  }
}
