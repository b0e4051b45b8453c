package dev.colight.worker;

import java.lang.StackWalker.StackFrame;
import java.util.List;

/** Names the call of the JDK by which a program does something, as people write it. */
final class Called {
  /** Beginnings of the names of classes that call what they are given: it is not they who do it. */
  private static final List<String> CALLERS =
      List.of(
          "java.util.stream.",
          "java.util.concurrent.",
          "java.util.function.",
          "java.lang.reflect.",
          "java.lang.invoke.",
          "java.lang.Iterable",
          "java.lang.Thread",
          "java.beans.",
          "com.sun.beans.",
          "com.sun.jmx.",
          "com.sun.proxy.",
          "jdk.internal.reflect.",
          "jdk.proxy",
          "sun.reflect.");

  private Called() {}

  /**
   * Returns the outermost call that does it.
   *
   * @param stack who called whom, innermost first
   */
  static String name(List<StackFrame> stack) {
    StackFrame last = stack.get(0);
    for (StackFrame frame : stack) {
      if (!OwnBusiness.isOfPlatform(frame) || isCaller(frame.getClassName())) {
        break;
      }
      last = frame;
    }
    String type = last.getClassName();
    type = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    String method = last.getMethodName();
    return method.equals("<init>") ? "new " + type : type + "." + method;
  }

  private static boolean isCaller(String name) {
    boolean collection =
        name.startsWith("java.util.")
            && name.indexOf('.', "java.util.".length()) < 0
            && !name.startsWith("java.util.Formatter")
            && !name.startsWith("java.util.Scanner");
    return collection || CALLERS.stream().anyMatch(name::startsWith);
  }
}
