package dev.colight.java;

import dev.colight.java.compile.Platform;
import dev.colight.java.directives.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the JDKs of this machine, where people and their tools put them. */
final class JdkFinder {
  /** The oldest version that workers run on. */
  static final int OLDEST = 17;

  private final Path usual;
  private final List<Path> folders;

  /**
   * Creates a finder.
   *
   * @param usual the JDK that is taken where it will do
   * @param folders those that have JDKs in them
   */
  JdkFinder(Path usual, List<Path> folders) {
    this.usual = usual;
    this.folders = folders;
  }

  /** Returns where JDKs are by convention. */
  static List<Path> usualFolders() {
    Path home = Path.of(System.getProperty("user.home"));
    return List.of(
        Path.of("/usr/lib/jvm"),
        Path.of("/Library/Java/JavaVirtualMachines"),
        Path.of("C:\\Program Files\\Java"),
        home.resolve(".sdkman/candidates/java"),
        home.resolve(".jbang/cache/jdks"),
        home.resolve(".jdks"));
  }

  /** Returns the JDK for a document: the usual one, or the oldest other that will do, or null. */
  @Nullable Path find(Requirements.@Nullable Version wanted) {
    if (wanted == null || wanted.accepts(Platform.versionOf(usual))) {
      return usual;
    }
    Map<Integer, Path> fitting = new TreeMap<>();
    for (Path home : candidates()) {
      int version = versionOf(home);
      if (version >= OLDEST && wanted.accepts(version)) {
        fitting.putIfAbsent(version, home);
      }
    }
    return fitting.values().stream().findFirst().orElse(null);
  }

  private List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    String given = System.getenv("JAVA_HOME");
    if (given != null && !given.isBlank()) {
      homes.add(Path.of(given));
    }
    for (Path folder : folders) {
      try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
        inside
            .sorted(Comparator.reverseOrder())
            .forEach(
                path -> {
                  homes.add(path);
                  homes.add(path.resolve("Contents/Home"));
                });
      } catch (IOException e) {
        // a folder that cannot be read has nothing for us
      }
    }
    return homes;
  }

  private static int versionOf(Path home) {
    boolean whole =
        Files.isRegularFile(home.resolve("release")) && Files.exists(home.resolve("lib/modules"));
    try {
      return whole ? Platform.versionOf(home) : 0;
    } catch (IllegalStateException | IllegalArgumentException e) {
      return 0;
    }
  }
}
