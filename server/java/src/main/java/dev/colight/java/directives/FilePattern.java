package dev.colight.java.directives;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * A file, the files that a pattern matches, or all files of a folder, as JBang understands it.
 *
 * @param folder the folder from which the names of matching files count
 * @param files absolute, in the order of their names; one that need not exist where it is named
 *     itself
 */
record FilePattern(Path folder, List<Path> files) {
  /** Bounds how many files a pattern means: what matches more is a mistake. */
  private static final int MAX_FILES = 5_000;

  /** Bounds how deep a pattern looks, and so how long it takes where it is too wide. */
  private static final int MAX_DEPTH = 16;

  /** Finds what a word of a directive means, in the folder of the file that it stands in. */
  static FilePattern find(Path base, String text) {
    try {
      String pattern = text.replace('\\', '/');
      if (!isPattern(pattern)) {
        Path path = base.resolve(pattern).normalize();
        if (!Files.isDirectory(path)) {
          return new FilePattern(path, List.of(path));
        }
        pattern = pattern + (pattern.endsWith("/") ? "**" : "/**");
      }
      int slash = pattern.lastIndexOf('/', firstWild(pattern));
      Path folder = base.resolve(pattern.substring(0, slash + 1)).normalize();
      return new FilePattern(folder, matching(folder, pattern.substring(slash + 1)));
    } catch (InvalidPathException | PatternSyntaxException e) {
      return new FilePattern(base, List.of());
    }
  }

  /** Tells whether a word may mean several files. */
  static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private static int firstWild(String text) {
    int star = text.indexOf('*');
    int mark = text.indexOf('?');
    return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
  }

  private static List<Path> matching(Path folder, String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          Set.of(),
          MAX_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!attributes.isDirectory() && matcher.matches(folder.relativize(file))) {
                found.add(file);
              }
              return found.size() < MAX_FILES
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }
}
