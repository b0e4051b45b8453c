package dev.colight.java.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people add to the class path of all documents: jars, folders of classes, and patterns of
 * jars. Relative ones start from the root that a document lies in, or from its own folder.
 *
 * @param entries as people write them
 * @param roots folders of a workspace
 */
public record ExtraClassPath(List<String> entries, List<Path> roots) {
  /** Adds nothing. */
  public static final ExtraClassPath NONE = new ExtraClassPath(List.of(), List.of());

  private static final String WILD = "*?[{";

  /** How deep patterns look into folders. */
  private static final int MAX_DEPTH = 12;

  /** Copies the lists. */
  public ExtraClassPath {
    entries = List.copyOf(entries);
    roots = List.copyOf(roots);
  }

  /**
   * What entries stand for.
   *
   * @param paths in order, each once
   * @param missing entries that stand for nothing
   * @param folders those in which patterns were looked for
   */
  public record Found(Set<Path> paths, List<String> missing, Set<Path> folders) {}

  /** Finds what the entries stand for, for a document. */
  public Found find(Path document) {
    Set<Path> paths = new LinkedHashSet<>();
    Set<Path> folders = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    Path base = base(document);
    for (String entry : entries) {
      List<Path> found = base == null ? List.of() : find(entry.strip(), base, folders);
      if (found.isEmpty()) {
        missing.add(entry);
      }
      paths.addAll(found);
    }
    return new Found(paths, missing, folders);
  }

  /** Returns the innermost root that a document lies in, or its folder. */
  private @Nullable Path base(Path document) {
    Path base = null;
    for (Path root : roots) {
      if (document.startsWith(root)
          && (base == null || root.getNameCount() > base.getNameCount())) {
        base = root;
      }
    }
    return base == null ? document.getParent() : base;
  }

  private static List<Path> find(String entry, Path base, Set<Path> folders) {
    try {
      int wild = firstWild(entry);
      if (wild < 0) {
        Path path = base.resolve(entry).normalize();
        return entry.isEmpty() || !Files.exists(path) ? List.of() : List.of(path);
      }
      int slash = Math.max(entry.lastIndexOf('/', wild), entry.lastIndexOf('\\', wild));
      Path folder = base.resolve(entry.substring(0, Math.max(0, slash))).normalize();
      if (slash == 0) {
        folder = base.resolve("/").normalize();
      }
      return matching(folder, entry.substring(slash + 1).replace('\\', '/'), folders);
    } catch (InvalidPathException | PatternSyntaxException e) {
      return List.of();
    }
  }

  /** A lone star means all jars, as on Java's own class paths. */
  private static List<Path> matching(Path folder, String pattern, Set<Path> folders) {
    folders.add(folder);
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + (pattern.equals("*") ? "*.{jar,JAR}" : pattern));
    int depth = pattern.contains("**") ? MAX_DEPTH : 1 + (int) count(pattern);
    try (Stream<Path> all =
        Files.isDirectory(folder) ? Files.walk(folder, depth) : Stream.<Path>empty()) {
      return all.filter(path -> matcher.matches(folder.relativize(path))).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static long count(String pattern) {
    return pattern.chars().filter(c -> c == '/').count();
  }

  private static int firstWild(String entry) {
    for (int i = 0; i < entry.length(); i++) {
      if (WILD.indexOf(entry.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
