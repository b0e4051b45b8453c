package dev.colight.java;

import dev.colight.cache.Digest;
import dev.colight.java.compile.ClassFolder;
import dev.colight.java.dependencies.Library;
import dev.colight.java.dependencies.ProjectModel;
import dev.colight.java.project.ClassPathFollower;
import dev.colight.java.project.ExtraClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a document sees besides the JDK, and what to follow as it may change that: what it asks
 * for itself, then what settings add, then what its project gives it.
 *
 * @param entries in the order of the class path
 * @param folders what was in those that are folders of classes
 * @param files to follow, as they were {@code before} anything was read
 */
record SeenClassPath(
    List<Library> entries,
    Map<Path, ClassFolder> folders,
    Set<Path> files,
    ClassPathFollower.State before) {
  /** Returns what stands for the files in its folders that are no classes; empty for none. */
  String resources() {
    Digest.Builder digest = Digest.builder();
    boolean any = false;
    for (Library entry : entries) {
      ClassFolder folder = folders.get(entry.path());
      if (folder != null && folder.hasResources()) {
        digest.add(folder.path().toString()).add(folder.resources());
        any = true;
      }
    }
    return any ? digest.build().toString() : "";
  }

  /**
   * Reads a class path.
   *
   * @param read further files that decided on it
   */
  static SeenClassPath of(
      List<Library> own, ExtraClassPath.Found extra, @Nullable ProjectModel project, Set<Path> read)
      throws IOException {
    List<Library> ofProject = project == null ? List.of() : project.classPath();
    Set<Path> files = new HashSet<>(read);
    Set<Path> directories = new HashSet<>();
    files.addAll(extra.folders());
    extra.paths().forEach(path -> (Files.isDirectory(path) ? directories : files).add(path));
    if (project != null) {
      files.addAll(project.files());
    }
    ofProject.stream().filter(Library::isFolder).forEach(e -> directories.add(e.path()));
    ClassPathFollower.State before = ClassPathFollower.State.of(files, directories);
    Map<Path, Library> all = new LinkedHashMap<>();
    own.forEach(library -> all.put(library.path(), library));
    // Islands are numbered by whoever found them: those of one are none of the other's.
    int last = own.stream().mapToInt(Library::island).max().orElse(0);
    for (Path path : extra.paths()) {
      // Nothing says which of these know of each other.
      all.putIfAbsent(
          path, Files.isDirectory(path) ? Library.folder(path) : Library.of(path, last + 1));
    }
    for (Library entry : ofProject) {
      all.putIfAbsent(
          entry.path(), entry.isFolder() ? entry : entry.ofIsland(last + 2 + entry.island()));
    }
    Map<Path, ClassFolder> folders = new HashMap<>();
    for (Path directory : directories) {
      ClassFolder folder = ClassFolder.read(directory);
      folders.put(directory, folder);
      all.computeIfPresent(
          directory, (path, entry) -> entry.withContent(folder.content().toString()));
    }
    return new SeenClassPath(List.copyOf(all.values()), folders, files, before);
  }
}
