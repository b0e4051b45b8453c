package dev.colight.java.kernel;

import dev.colight.worker.Main;

/**
 * Why a worker's process ended.
 *
 * @param text one sentence, without a full stop
 * @param outside whether it was killed, and by nothing that is known to be in it
 * @param done whether the program ended it with the status that says that all went well
 */
record ExitReason(String text, boolean outside, boolean done) {
  private static final int SIGNAL = 128;
  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;
  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;

  /** How the JVM begins to tell of a crash. */
  private static final String FATAL = "A fatal error has been detected by the Java Runtime";

  /**
   * Tells why a process ended.
   *
   * @param status exit status, as {@link Process#exitValue} has it
   * @param orderly whether the process announced its end, as {@code System.exit} does
   * @param written the end of what the JVM itself wrote
   */
  static ExitReason of(int status, boolean orderly, String written) {
    int signal = status - SIGNAL;
    if (orderly && signal != SIGHUP && signal != SIGINT && signal != SIGTERM) {
      return new ExitReason("the program called System.exit(" + status + ")", false, status == 0);
    }
    if (status == Main.OUT_OF_MEMORY || written.contains("java.lang.OutOfMemoryError")) {
      return inside("the program ran out of memory");
    }
    if (written.contains(FATAL)) {
      return inside("the program crashed its JVM");
    }
    if (status == Main.BROKEN) {
      return inside("the worker broke down");
    }
    if (orderly || signal == SIGKILL) {
      return new ExitReason("the worker was killed (signal " + signal + ")", true, false);
    }
    if (signal > 0 && signal <= 64) {
      return inside("the program crashed its JVM (signal " + signal + ")");
    }
    return inside("the program called Runtime.halt(" + status + ")");
  }

  /** Tells of an end that the process or its keeper brought about. */
  static ExitReason inside(String text) {
    return new ExitReason(text, false, false);
  }
}
