package dev.colight.differential;

import java.util.regex.Pattern;

/** Takes out of a text what may differ between two runs, or between JShell and here. */
final class Names {
  /** {@code REPL.$JShell$11B$Point} and {@code REPL.$JShell$12.point}. */
  private static final Pattern JSHELL_WRAPPER =
      Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*[$.]");

  /**
   * {@code Outer$$Lambda$15/0x00000008000c2840@1b2c3d}; JDK 25 has no number after the word. Here,
   * {@code Supplier lambda}.
   */
  private static final Pattern LAMBDA =
      Pattern.compile(
          "[\\w.$]*\\$Lambda[\\w$]*/0x[0-9a-f]+(@[0-9a-f]+)?|(?:\\b[A-Z]\\w* )?\\blambda\\b");

  /** An anonymous class, by its number in whatever class surrounds it, if JShell tells that. */
  private static final Pattern ANONYMOUS =
      Pattern.compile("(?<![\\w.$])(?:[\\w.$]*\\$)?\\d+@[0-9a-f]+\\b");

  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{1,8}\\b");

  /** The number of a thread and its group: {@code Thread[#31,producer,5,main]} on JDK 25. */
  private static final Pattern THREAD = Pattern.compile("Thread\\[[^\\]]*\\]");

  private Names() {}

  /** Returns a text without identity hashes and names of generated classes. */
  static String normalize(String text) {
    String result = LAMBDA.matcher(text).replaceAll("(lambda)");
    result = ANONYMOUS.matcher(result).replaceAll("(anonymous)");
    result = JSHELL_WRAPPER.matcher(result).replaceAll("");
    result = IDENTITY.matcher(result).replaceAll("@#");
    return THREAD.matcher(result).replaceAll("Thread[#]");
  }
}
