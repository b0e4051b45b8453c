package dev.colight.java.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders in which a document's project has its sources, each holding the folders of
 * packages: those of a Maven or Gradle build, its own module's first; elsewhere the folders around
 * the document.
 */
final class SourceRoots {
  private static final List<String> BUILD_FILES =
      List.of(
          "pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

  private static final String TESTS = "src/test/java";
  private static final List<String> IN_MODULE = List.of("src/main/java", TESTS);

  private static final Pattern IN_POM =
      Pattern.compile(
          "<sourceDirectory>\\s*(?:\\$\\{(?:project\\.)?basedir}/)?([^<>$]+?)\\s*"
              + "</sourceDirectory>");

  /** Of resources, too, where no source is found. */
  private static final Pattern IN_GRADLE =
      Pattern.compile(
          "\\bsrcDirs?\\b[\\s=(]*(?:\\[|(?:listOf|setOf)\\()?"
              + "((?:[\\s,]*(?:'[^'$]+'|\"[^\"$]+\"))+)");

  /** Folders that hold no modules, and may be large. */
  private static final Set<String> SKIPPED =
      Set.of("target", "build", "out", "bin", "node_modules", "src");

  private static final int MODULE_DEPTH = 4;
  private static final int FOLDERS_ABOVE = 4;
  private static final int READ_FOR_PACKAGE = 20;

  private SourceRoots() {}

  /**
   * Returns the roots for a document, nearest first.
   *
   * @param folder where the document is
   * @param set roots that somebody has set: of these alone, those that there are. What is not
   *     absolute is looked for in the document's folder, and in those above it
   */
  static List<Path> of(Path folder, List<Path> set) {
    Set<Path> roots = new LinkedHashSet<>();
    if (!set.isEmpty()) {
      for (Path root : set) {
        for (Path at = folder; at != null; at = at.getParent()) {
          if (add(at.resolve(root), roots)) {
            break;
          }
        }
      }
      return List.copyOf(roots);
    }
    Path module = moduleOf(folder);
    if (module != null) {
      addModule(module, roots);
      Path top = module;
      while (top.getParent() != null && isModule(top.getParent())) {
        top = top.getParent();
      }
      modulesBelow(top).forEach(other -> addModule(other, roots));
    }
    Path at = folder;
    for (int i = 0; at != null && i <= FOLDERS_ABOVE; i++) {
      if (module == null) {
        addPlain(at, roots);
      } else if (!at.equals(module)) {
        add(at, roots);
      }
      if (at.equals(module) || isTop(at)) {
        break;
      }
      at = at.getParent();
    }
    return List.copyOf(roots);
  }

  /**
   * Returns those of some roots in which imports of all of a package look: not those of tests, for
   * a document that is not among these. What it has on its class path does not do for them.
   */
  static List<Path> withoutTests(List<Path> roots, Path folder) {
    return roots.stream()
        .filter(root -> !root.endsWith(TESTS) || folder.startsWith(root.resolveSibling("")))
        .toList();
  }

  private static void addModule(Path module, Set<Path> roots) {
    declared(module.resolve("pom.xml"), IN_POM).forEach(name -> add(module.resolve(name), roots));
    for (String build : List.of("build.gradle", "build.gradle.kts")) {
      declared(module.resolve(build), IN_GRADLE).stream()
          .flatMap(list -> Stream.of(list.split("[\\s,'\"]+")))
          .filter(name -> !name.isEmpty())
          .forEach(name -> add(module.resolve(name), roots));
    }
    IN_MODULE.forEach(name -> add(module.resolve(name), roots));
  }

  /** Returns what a build file says of where sources are, as far as it says it in plain words. */
  private static List<String> declared(Path build, Pattern place) {
    try {
      return Files.isRegularFile(build)
          ? place.matcher(Files.readString(build)).results().map(found -> found.group(1)).toList()
          : List.of();
    } catch (IOException e) {
      return List.of(); // as good as none, as where its text is no UTF-8
    }
  }

  private static void addPlain(Path folder, Set<Path> roots) {
    Path above = byPackageLines(folder);
    if (above != null) {
      add(above, roots);
    }
    add(folder, roots);
    add(folder.resolve("src"), roots);
    IN_MODULE.forEach(name -> add(folder.resolve(name), roots));
  }

  /** Returns where the packages begin that sources in a folder say they are of, or null. */
  private static @Nullable Path byPackageLines(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".java"))
              .sorted()
              .limit(READ_FOR_PACKAGE)
              .toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String packageName = SourceHeader.of(text).packageName();
        if (!packageName.isEmpty() && folder.endsWith(packageName)) {
          Path root = folder;
          for (int i = 0; i < Path.of(packageName).getNameCount() && root != null; i++) {
            root = root.getParent();
          }
          return root;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // as good as a folder without sources
    }
    return null;
  }

  private static boolean add(Path root, Set<Path> roots) {
    boolean there = Files.isDirectory(root);
    if (there) {
      roots.add(root.normalize());
    }
    return there;
  }

  private static @Nullable Path moduleOf(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (isModule(at)) {
        return at;
      }
      if (isTop(at)) {
        return null;
      }
    }
    return null;
  }

  private static boolean isModule(Path folder) {
    return BUILD_FILES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /** Tells whether a folder is where a project ends, and what is above it belongs to others. */
  private static boolean isTop(Path folder) {
    return Files.exists(folder.resolve(".git"))
        || folder.equals(Path.of(System.getProperty("user.home", "/")));
  }

  private static List<Path> modulesBelow(Path top) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          top,
          Set.of(),
          MODULE_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
              if (!folder.equals(top) && skipped) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              if (isModule(folder)) {
                found.add(folder);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // what could be read has been
    }
    found.sort(null);
    return found;
  }
}
