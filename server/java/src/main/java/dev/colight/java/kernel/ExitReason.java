package dev.colight.java.kernel;

import dev.colight.worker.Main;

/** Says in words why a worker's process ended. */
final class ExitReason {
  private static final int SIGNAL = 128;
  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;
  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;

  /** How the JVM begins to tell of a crash. */
  private static final String FATAL = "A fatal error has been detected by the Java Runtime";

  private ExitReason() {}

  /**
   * Returns one sentence, without a full stop.
   *
   * @param status exit status, as {@link Process#exitValue} has it
   * @param orderly whether the process announced its end, as {@code System.exit} does
   * @param written the end of what the JVM itself wrote
   */
  static String of(int status, boolean orderly, String written) {
    int signal = status - SIGNAL;
    if (orderly && signal != SIGHUP && signal != SIGINT && signal != SIGTERM) {
      return "the program called System.exit(" + status + ")";
    }
    if (status == Main.OUT_OF_MEMORY || written.contains("java.lang.OutOfMemoryError")) {
      return "the program ran out of memory";
    }
    if (written.contains(FATAL)) {
      return "the program crashed its JVM";
    }
    if (status == Main.BROKEN) {
      return "the worker broke down";
    }
    if (orderly || signal == SIGKILL) {
      return "the worker was killed (signal " + signal + ")";
    }
    if (signal > 0 && signal <= 64) {
      return "the program crashed its JVM (signal " + signal + ")";
    }
    return "the program called Runtime.halt(" + status + ")";
  }
}
