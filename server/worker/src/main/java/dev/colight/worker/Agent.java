package dev.colight.worker;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** Has the classes of the JDK that touch the outside world ask before they do. */
public final class Agent {
  private static @Nullable Instrumentation instrumentation;
  private static @Nullable String jar;

  private Agent() {}

  /** Called by the JVM, before anything else, where the worker is started with the agent. */
  public static void premain(String path, Instrumentation given) {
    instrumentation = given;
    jar = path;
  }

  /** Puts those classes in place, and has them ask somebody; nothing where there is no agent. */
  static void install(BiConsumer<String, @Nullable Object> asked) throws Exception {
    Instrumentation present = instrumentation;
    String path = jar;
    if (present == null || path == null) {
      return;
    }
    List<ClassDefinition> definitions = new ArrayList<>();
    try (JarFile file = new JarFile(path)) {
      Enumeration<JarEntry> entries = file.entries();
      Class<?> guard = null;
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(Guard.FOLDER)) {
          byte[] bytes = file.getInputStream(entry).readAllBytes();
          if (guard == null) {
            guard = Memory.define(Object.class, bytes);
            guard.getField("hook").set(null, asked);
          } else {
            String name = entry.getName().substring(Guard.FOLDER.length()).replace('/', '.');
            definitions.add(new ClassDefinition(Class.forName(name, false, null), bytes));
          }
        }
      }
    }
    present.redefineClasses(definitions.toArray(ClassDefinition[]::new));
  }
}
