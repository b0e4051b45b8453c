package dev.colight.worker;

import java.lang.StackWalker.StackFrame;
import java.util.List;

/**
 * Tells what the JDK and the worker do of their own accord from what a program has them do: caches
 * that they keep, devices that they feed.
 */
final class OwnBusiness {
  /** Beginnings of the names of classes that do such things. */
  private static final List<String> DOERS =
      List.of(
          "javax.imageio.stream.FileCacheImage", // temporary files for what is read and written
          "java.awt.Font", // fonts that it is given
          "sun.font.", // what fonts there are
          "sun.security.provider.NativePRNG", // feeds /dev/random
          "sun.nio.ch.PipeImpl", // sockets to itself, where the system has no pipes
          "java.net.URLStreamHandler", // addresses are compared by looking them up
          "dev.colight.worker.Main");

  /** Packages of the JDK that call whatever they are given. */
  private static final List<String> CALLERS =
      List.of(
          "java.util.",
          "java.lang.",
          "java.beans.",
          "com.sun.beans.",
          "com.sun.jmx.",
          "sun.reflect.");

  private OwnBusiness() {}

  /**
   * Tells whether something is.
   *
   * @param stack who called whom, innermost first
   */
  static boolean is(String does, List<StackFrame> stack) {
    boolean settings = does.equals("changes the platform's settings");
    for (StackFrame frame : stack) {
      String name = frame.getClassName();
      boolean asks = frame.equals(stack.get(0));
      if (DOERS.stream().anyMatch(name::startsWith)) {
        return true;
      } else if (!isOfPlatform(frame)) {
        return false;
      } else if (settings && !asks && CALLERS.stream().noneMatch(name::startsWith)) {
        return true; // much of the JDK keeps what it knows there
      }
    }
    return false;
  }

  static boolean isOfPlatform(StackFrame frame) {
    ClassLoader loader = frame.getDeclaringClass().getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
