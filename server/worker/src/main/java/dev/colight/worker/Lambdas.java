package dev.colight.worker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for lambdas and method references. They have no text of their own: what the JVM shows
 * instead, the name that it made up for a class and an identity, is another one in each run.
 */
final class Lambdas {
  private static final String MARK = "$$Lambda";

  /** The end of such a name, as JDK 17 and 25 write it, with or without an identity. */
  private static final Pattern NAME =
      Pattern.compile("\\$\\$Lambda(?:\\$\\d+)?/(?:0x)?[0-9a-f]+(?:@[0-9a-f]+)?");

  private Lambdas() {}

  /** Tells whether a value is a lambda or a method reference. */
  static boolean isLambda(Object value) {
    Class<?> type = value.getClass();
    return type.isHidden() && type.getName().contains(MARK) && type.getInterfaces().length > 0;
  }

  /** Returns what is shown of a lambda or method reference: {@code Supplier lambda}. */
  static String text(Object lambda) {
    return lambda.getClass().getInterfaces()[0].getSimpleName() + " lambda";
  }

  /** Replaces what the JVM shows of lambdas in the text of a value that holds some. */
  static String replaced(String text) {
    if (!text.contains(MARK)) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (Matcher name = NAME.matcher(text); name.find(); copied = name.end()) {
      int start = name.start();
      while (start > copied && isPartOfName(text.charAt(start - 1))) {
        start--;
      }
      result.append(text, copied, start).append("lambda");
    }
    return result.append(text, copied, text.length()).toString();
  }

  private static boolean isPartOfName(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
  }
}
