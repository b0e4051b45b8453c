package dev.colight.worker;

/**
 * Ends a process whose memory is full for so long that it does nothing but look for more. The JVM
 * itself says that it is out of memory only when there is none at all, which may take minutes.
 */
final class MemoryWatch implements Runnable {
  private static final int PERIOD_MILLIS = 500;

  /** How many times in a row. */
  private static final int LOOKS = 4;

  /** What has to be free, as a part of all. */
  private static final double FREE = 0.03;

  private final Runnable full;

  /**
   * Creates a watch.
   *
   * @param full what to do about it
   */
  MemoryWatch(Runnable full) {
    this.full = full;
  }

  @Override
  public void run() {
    Runtime runtime = Runtime.getRuntime();
    int low = 0;
    try {
      while (low < LOOKS) {
        Thread.sleep(PERIOD_MILLIS);
        long max = runtime.maxMemory();
        long free = max - runtime.totalMemory() + runtime.freeMemory();
        low = free < FREE * max ? low + 1 : 0;
      }
    } catch (InterruptedException e) {
      // as good as full: somebody has a hand on the worker's own threads
    }
    full.run();
  }
}
