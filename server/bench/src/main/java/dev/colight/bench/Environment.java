package dev.colight.bench;

/** What figures depend on. */
final class Environment {
  private Environment() {}

  /** Returns it in one line. */
  static String describe() {
    return "JDK "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors";
  }
}
