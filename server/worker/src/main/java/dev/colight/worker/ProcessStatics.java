package dev.colight.worker;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/**
 * What all code sees of the process and some can change, as static fields: those of the JDK, and
 * {@link ProcessSettings}. A clean run finds them as they were when the process began, and so has
 * each run that nobody's change comes before.
 */
public final class ProcessStatics {
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          ProcessSettings.class.getName(),
          Set.of("threadName", "threadPriority", "loggers"),
          "java.util.Locale",
          Set.of("defaultLocale", "defaultDisplayLocale", "defaultFormatLocale"),
          "java.util.TimeZone",
          Set.of("defaultTimeZone"),
          "java.lang.System",
          Set.of("props"),
          "java.lang.Thread",
          Set.of("defaultUncaughtExceptionHandler"));

  /** The classes that they are in. */
  public static final Set<String> CLASSES = FIELDS.keySet();

  private ProcessStatics() {}

  /** Returns those of one of the classes. */
  static ClassStatics of(String className) {
    // Set when they are asked for first, which is no change.
    Locale.getDefault(Locale.Category.DISPLAY);
    Locale.getDefault(Locale.Category.FORMAT);
    TimeZone.getDefault();
    try {
      Class<?> type = Class.forName(className, true, ProcessStatics.class.getClassLoader());
      return new ClassStatics(
          type, Layout.ofStatics(type, FIELDS.getOrDefault(className, Set.of())));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
