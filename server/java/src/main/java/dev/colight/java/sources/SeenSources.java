package dev.colight.java.sources;

import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.SourceSet;
import dev.colight.java.compile.SourceText;
import java.nio.file.Path;
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
  private final List<Path> roots;
  private final PlatformClasses platform;
  private final @Nullable Scripts scripts;
  private final Buffers buffers;
  private final SourceWalk walk;
  private final SourceTree tree;
  private final Map<Path, SourceText> sources = new HashMap<>();
  private final Map<SourceText, Path> files = new HashMap<>();

  SeenSources(
      List<Path> roots,
      PlatformClasses platform,
      @Nullable Scripts scripts,
      Buffers buffers,
      SourceWalk walk) {
    this.roots = List.copyOf(roots);
    this.platform = platform;
    this.scripts = scripts;
    this.buffers = buffers;
    this.walk = walk;
    this.tree = new SourceTree(roots, buffers, System::nanoTime, scripts);
  }

  @Override
  public PlatformClasses platform() {
    return platform;
  }

  @Override
  public List<Path> files() {
    Set<Path> found = new TreeSet<>(walk.below(roots));
    found.addAll(tree.filesOf("", List.of()));
    tree.included().forEach(source -> found.add(source.file()));
    buffers.files().stream()
        .filter(file -> roots.stream().anyMatch(file::startsWith))
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** What nobody has looked into is not kept: it may be all that a project has. */
  @Override
  public @Nullable String text(Path file) {
    SourceText known = sources.get(file);
    return known == null ? buffers.current(file) : known.text();
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
    return new SeenSources(roots, platform, scripts, buffers.with(texts), walk);
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
