package dev.colight.java.sources;

import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.SourceSet;
import dev.colight.java.compile.SourceText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All sources that a document sees. Reads the disk when it is asked, and keeps what it has read.
 */
final class SeenSources implements SourceSet {
  /** Bounds a walk: who has more below a root has something else there, too. */
  private static final int MOST_FILES = 50_000;

  /** Hold copies of sources, and what others have made of them. */
  private static final Set<String> SKIPPED = Set.of("target", "node_modules");

  private final List<Path> roots;
  private final PlatformClasses platform;
  private final @Nullable Scripts scripts;
  private final Buffers buffers;
  private final SourceTree tree;
  private final Map<Path, SourceText> sources = new HashMap<>();
  private final Map<SourceText, Path> files = new HashMap<>();

  SeenSources(
      List<Path> roots, PlatformClasses platform, @Nullable Scripts scripts, Buffers buffers) {
    this.roots = List.copyOf(roots);
    this.platform = platform;
    this.scripts = scripts;
    this.buffers = buffers;
    this.tree = new SourceTree(roots, buffers, System::nanoTime, scripts);
  }

  @Override
  public PlatformClasses platform() {
    return platform;
  }

  @Override
  public List<Path> files() {
    Set<Path> found = new TreeSet<>(tree.filesOf("", List.of()));
    tree.included().forEach(source -> found.add(source.file()));
    for (Path root : roots) {
      boolean holdsAnother =
          roots.stream().anyMatch(other -> !other.equals(root) && other.startsWith(root));
      if (!holdsAnother) {
        walk(root, found);
        buffers.files().stream().filter(file -> file.startsWith(root)).forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static void walk(Path root, Set<Path> found) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
              return skipped && !folder.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".java")) {
                found.add(file);
              }
              return found.size() < MOST_FILES
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // what could be read has been
    }
  }

  @Override
  public @Nullable String text(Path file) {
    return tree.text(file);
  }

  @Override
  public @Nullable SourceText source(Path file) {
    SourceText known = sources.get(file);
    String text = known == null ? tree.text(file) : null;
    if (known != null || text == null) {
      return known;
    }
    String packageName = tree.header(file, text).packageName();
    if (!isSource(file, packageName)) {
      return null;
    }
    String mainType = KnownSource.typeNamedAfter(file);
    SourceText made = new SourceText(file.toString(), packageName, mainType, text);
    sources.put(file, made);
    files.put(made, file);
    return made;
  }

  /** What does not lie where its package says is no source, unless a document says that it is. */
  private boolean isSource(Path file, String packageName) {
    Path folder = file.getParent();
    boolean inPlace =
        packageName.isEmpty()
            ? folder != null && folder.equals(tree.beside())
            : roots.stream().anyMatch(root -> root.resolve(packageName).equals(folder));
    return inPlace || tree.included().stream().anyMatch(source -> source.file().equals(file));
  }

  @Override
  public Path file(SourceText source) {
    return Objects.requireNonNull(files.get(source));
  }

  @Override
  public SourceSet with(Map<Path, String> texts) {
    return new SeenSources(roots, platform, scripts, buffers.with(texts));
  }

  @Override
  public byte @Nullable [] classFile(String name) {
    return null; // all is read from its source
  }

  @Override
  public @Nullable SourceText source(String name) {
    Path file = name.indexOf('$') >= 0 ? null : tree.find(name);
    return file == null ? null : source(file);
  }

  @Override
  public boolean isPackage(String name) {
    return tree.isPackage(name);
  }
}
