package dev.colight.java.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the Java files below roots, and keeps what it has found: for one question, in which several
 * documents may have the same roots.
 */
final class SourceWalk {
  private static final String SUFFIX = ".java";

  /** Bounds the folders below a root: who has more there has something else there, too. */
  private static final int MOST_FOLDERS = 50_000;

  /**
   * The same below a root that holds another: a project, say, or where somebody has all of them.
   */
  private static final int MOST_AROUND = 5_000;

  /** Hold copies of sources, and what others have made of them. */
  private static final Set<String> SKIPPED = Set.of("target", "node_modules");

  private final Map<List<Path>, Set<Path>> found = new HashMap<>();

  /** Returns the files below some roots. */
  Set<Path> below(List<Path> roots) {
    return found.computeIfAbsent(roots, SourceWalk::walk);
  }

  /** Begins with the innermost roots, and looks into no folder twice. */
  private static Set<Path> walk(List<Path> roots) {
    Set<Path> files = new TreeSet<>();
    Set<Path> seen = new HashSet<>();
    roots.stream()
        .sorted(Comparator.comparing(Path::getNameCount).reversed())
        .forEach(
            root ->
                walk(root, holdsAnother(root, roots) ? MOST_AROUND : MOST_FOLDERS, seen, files));
    return files;
  }

  private static boolean holdsAnother(Path root, List<Path> roots) {
    return roots.stream().anyMatch(other -> !other.equals(root) && other.startsWith(root));
  }

  /** What is near the root comes first. */
  private static void walk(Path root, int most, Set<Path> seen, Set<Path> files) {
    Deque<Path> left = new ArrayDeque<>(List.of(root));
    for (int folders = 0; !left.isEmpty() && folders < most; folders++) {
      Path folder = left.remove();
      if (seen.add(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries.forEach(
              entry -> {
                String name = entry.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                  files.add(entry);
                } else if (mayBePackage(name)
                    && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                  left.add(entry);
                }
              });
        } catch (IOException | UncheckedIOException e) {
          // what could be read has been
        }
      }
    }
  }

  private static boolean mayBePackage(String name) {
    return Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart)
        && !SKIPPED.contains(name);
  }
}
