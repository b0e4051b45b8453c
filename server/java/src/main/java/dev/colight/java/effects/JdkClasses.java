package dev.colight.java.effects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class files of a JDK, by names with slashes. */
public final class JdkClasses implements AutoCloseable {
  private static final String INSTRUMENTATION = "sun/instrument/InstrumentationImpl";

  /** What {@code java.nio.file} goes through, as far as {@code guard.rules} knows. */
  private static final String FILES = "sun/nio/fs/UnixNativeDispatcher";

  private static final Map<Path, Boolean> LOAD_AGENTS = new ConcurrentHashMap<>();
  private static final Map<Path, Boolean> FILES_ASKED = new ConcurrentHashMap<>();

  private static final URI IMAGE = URI.create("jrt:/");

  private final FileSystem image;

  /** Whether the image is not the one that this process runs on, which is open for good. */
  private final boolean owned;

  /**
   * Opens a JDK. The one that this process runs on is at hand; for any other a reader of its own
   * has to be loaded first, which takes a tenth of a second.
   */
  public JdkClasses(Path javaHome) throws IOException {
    owned = !isRunning(javaHome);
    image =
        owned
            ? FileSystems.newFileSystem(IMAGE, Map.of("java.home", javaHome.toString()))
            : FileSystems.getFileSystem(IMAGE);
  }

  private static boolean isRunning(Path javaHome) throws IOException {
    return Files.isSameFile(javaHome, Path.of(System.getProperty("java.home")));
  }

  /**
   * Tells whether a JDK can load agents, so that its classes can be made to ask before they touch
   * the outside world; not so where it is cut down, or is none.
   */
  public static boolean loadAgents(Path javaHome) {
    if (!Files.exists(javaHome.resolve("lib").resolve("jrt-fs.jar"))) {
      return false;
    }
    return LOAD_AGENTS.computeIfAbsent(javaHome, home -> has(home, INSTRUMENTATION));
  }

  /** Tells what can be asked about in a JDK as it happens. */
  public static EffectRules.SecondLine secondLine(Path javaHome) {
    if (!loadAgents(javaHome)) {
      return EffectRules.SecondLine.NONE;
    }
    return FILES_ASKED.computeIfAbsent(javaHome, home -> has(home, FILES))
        ? EffectRules.SecondLine.ALL
        : EffectRules.SecondLine.ALL_BUT_FILES;
  }

  private static boolean has(Path javaHome, String name) {
    try (JdkClasses classes = new JdkClasses(javaHome)) {
      return classes.find(name) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a class file, or null where the JDK has no such class. */
  byte @Nullable [] find(String name) throws IOException {
    String inPackage = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
    Path listed = image.getPath("/packages", inPackage);
    if (!Files.exists(listed)) {
      return null;
    }
    try (Stream<Path> modules = Files.list(listed)) {
      for (Path module : modules.toList()) {
        Path file = image.getPath("/modules", module.getFileName().toString(), name + ".class");
        if (Files.exists(file)) {
          return Files.readAllBytes(file);
        }
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    if (owned) {
      image.close();
    }
  }
}
