package dev.colight.web;

import dev.colight.java.split.JavaFile;
import dev.colight.protocol.FilesResult;
import dev.colight.protocol.ServedFile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents below a folder. Links are followed to files of that folder, and nowhere else; what
 * is hidden, or made by tools, is none of them.
 */
final class ServedFolder implements Shelf {
  private static final String EXTENSION = ".jsh";
  private static final Set<String> SKIPPED = Set.of("node_modules", "target");
  private static final int MAX_DEPTH = 32;
  private static final int MAX_FILES = 5_000;
  private static final int MAX_VISITS = 200_000;

  private final Path root;
  private final int maxFiles;

  ServedFolder(Path root) throws IOException {
    this(root, MAX_FILES);
  }

  ServedFolder(Path root, int maxFiles) throws IOException {
    this.root = root.toRealPath();
    this.maxFiles = maxFiles;
  }

  @Override
  public Optional<Path> find(String uri) {
    try {
      // A document has one name: what leads to it by detours is refused, whatever it leads to.
      Path file = Path.of(URI.create(uri));
      Path below = file.startsWith(root) ? root.relativize(file) : null;
      boolean served =
          below != null
              && file.toUri().toString().equals(uri)
              && file.equals(file.normalize())
              && visible(below)
              && isDocument(file);
      return served ? Optional.of(file) : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean visible(Path below) {
    for (Path part : below) {
      if (skipped(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean skipped(Path name) {
    return name.toString().startsWith(".") || SKIPPED.contains(name.toString());
  }

  private boolean isDocument(Path file) {
    try {
      boolean java = JavaFile.isNamed(file.toString());
      if (!(java || file.toString().endsWith(EXTENSION)) || !Files.isRegularFile(file)) {
        return false;
      }
      Path real = file.toRealPath();
      return real.startsWith(root)
          && visible(root.relativize(real))
          && (!java || JavaFile.isDocument(TextFile.read(real)));
    } catch (IOException | UnreadableException e) {
      return false;
    }
  }

  @Override
  public FilesResult list() {
    Walk walk = new Walk();
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, walk);
    } catch (IOException e) {
      walk.truncated = true;
    }
    walk.found.sort(Comparator.comparing(ServedFile::path));
    return new FilesResult(root.toString(), List.copyOf(walk.found), walk.truncated);
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    final List<ServedFile> found = new ArrayList<>();
    int visits;
    boolean truncated;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && skipped(folder.getFileName())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (++visits > MAX_VISITS || found.size() >= maxFiles) {
        truncated = true;
        return FileVisitResult.TERMINATE;
      }
      if (!skipped(file.getFileName()) && isDocument(file)) {
        String path = root.relativize(file).toString().replace(File.separatorChar, '/');
        found.add(new ServedFile(path, file.toUri().toString()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
