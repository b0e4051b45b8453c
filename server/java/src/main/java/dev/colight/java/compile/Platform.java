package dev.colight.java.compile;

import dev.colight.cache.Digest;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What documents are compiled against.
 *
 * @param javaHome home of the JDK whose classes they see
 * @param classPath jars and directories; what does not exist counts as empty
 * @param options further options of the JVM that runs them, such as {@code --add-modules}, and
 *     those of the compiler, after {@link #COMPILER}, and rules of effects, after {@link #EFFECTS}
 */
public record Platform(Path javaHome, List<Path> classPath, List<String> options) {
  /** Comes before an option that is for the compiler alone. */
  public static final String COMPILER = "javac:";

  /** Comes before a line of rules for what touches the outside world. */
  public static final String EFFECTS = "effects:";

  /** Copies the lists. */
  public Platform {
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
  }

  /** Returns the JDK that runs this code, with a class path. */
  public static Platform running(List<Path> classPath) {
    return new Platform(Path.of(System.getProperty("java.home")), classPath, List.of());
  }

  /** Returns the version of Java, such as 17. */
  public int featureVersion() {
    return versionOf(javaHome);
  }

  /** Returns the version of the JDK in a folder. */
  public static int versionOf(Path javaHome) {
    if (isRunning(javaHome)) {
      return Runtime.version().feature();
    }
    String version = release(javaHome).getProperty("JAVA_VERSION", "").replace("\"", "");
    if (version.isEmpty()) {
      throw new IllegalStateException("no JDK of version 9 or newer in " + javaHome);
    }
    return Runtime.Version.parse(version).feature();
  }

  /**
   * Returns a digest that changes when the JDK, an option, or a file of the class path does; files
   * are judged by name, size and time.
   */
  public Digest digest() {
    Digest.Builder digest =
        Digest.builder().add(javaHome.toString()).add(new TreeMap<>(release(javaHome)).toString());
    options.forEach(digest::add);
    digest.add(classPath.size());
    for (Path entry : classPath) {
      try (Stream<Path> files = Files.exists(entry) ? Files.walk(entry) : Stream.empty()) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
          digest.add(file.toString()).add(Files.getLastModifiedTime(file) + "/" + Files.size(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + entry, e);
      }
    }
    return digest.build();
  }

  /** Returns the rules for what touches the outside world, besides those that always hold. */
  List<String> effectRules() {
    return options.stream()
        .filter(option -> option.startsWith(EFFECTS))
        .map(option -> option.substring(EFFECTS.length()))
        .toList();
  }

  /** Tells whether the compiler has been told that code may use a package, with slashes. */
  boolean exports(String module, String packageName) {
    String option = COMPILER + "--add-exports=" + module + "/" + packageName.replace('/', '.');
    return options.stream().anyMatch(o -> o.startsWith(option + "=") || o.equals(option));
  }

  boolean isRunning() {
    return isRunning(javaHome);
  }

  private static boolean isRunning(Path javaHome) {
    return javaHome.equals(Path.of(System.getProperty("java.home")));
  }

  private static Properties release(Path javaHome) {
    Properties properties = new Properties();
    Path file = javaHome.resolve("release");
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return properties;
  }
}
