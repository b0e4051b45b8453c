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

  /**
   * What has to be free of the memory that it has taken, where that is most of all and grows no
   * more: some of it is kept for new objects, which cannot become old ones.
   */
  private static final double FREE_OF_TAKEN = 0.01;

  /**
   * What has to be free, as a part of all, where it is always the same: objects that find no place
   * leave a part of the memory free to which a collector could move others.
   */
  private static final double STILL_FREE = 0.05;

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
    long before = 0;
    long freeBefore = 0;
    try {
      while (low < LOOKS) {
        Thread.sleep(PERIOD_MILLIS);
        long max = runtime.maxMemory();
        long taken = runtime.totalMemory();
        long free = runtime.freeMemory();
        long left = max - taken + free;
        boolean stuck = taken == before && taken > max / 2 && free < FREE_OF_TAKEN * taken;
        boolean still = taken == before && free == freeBefore && left < STILL_FREE * max;
        low = stuck || still || left < FREE * max ? low + 1 : 0;
        before = taken;
        freeBefore = free;
      }
    } catch (InterruptedException e) {
      // as good as full: somebody has a hand on the worker's own threads
    }
    full.run();
  }
}
