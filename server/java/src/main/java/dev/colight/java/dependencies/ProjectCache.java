package dev.colight.java.dependencies;

import dev.colight.cache.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on disk what was read of projects. An entry counts as long as all the files that it was
 * read from, and all its jars, are what they were.
 */
public final class ProjectCache {
  private static final Logger LOG = Logger.getLogger(ProjectCache.class.getName());
  private static final String FORMAT = "colight project 2";
  private static final String NONE = "-";

  /** How long a snapshot stays what it was found to be, as with Maven. */
  private static final Duration LOOSE = Duration.ofDays(1);

  private final MavenPlaces places;

  /** Creates a cache in the folder of what was resolved before. */
  public ProjectCache(MavenPlaces places) {
    this.places = places;
  }

  /** Returns what was read before, or null. */
  public @Nullable ProjectModel find(Path pom, Path document) {
    for (boolean tests : List.of(false, true)) {
      ProjectModel known = load(file(pom, tests));
      if (known != null && known.modules().get(0).isTest(document) == tests) {
        return known;
      }
    }
    return null;
  }

  private static @Nullable ProjectModel load(Path file) {
    try {
      List<String[]> rows =
          Files.readAllLines(file).stream().map(line -> line.split("\t", -1)).toList();
      if (rows.isEmpty() || !rows.get(0)[0].equals(FORMAT)) {
        return null;
      }
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return model(rows, written.plus(LOOSE).isBefore(Instant.now()));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "an entry of the cache cannot be read: " + file, e);
      return null;
    }
  }

  private static @Nullable ProjectModel model(List<String[]> rows, boolean old) throws IOException {
    List<Library> classPath = new ArrayList<>();
    List<ProjectModel.Module> modules = new ArrayList<>();
    Set<Path> files = new TreeSet<>();
    for (String[] row : rows.subList(1, rows.size())) {
      switch (row[0]) {
        case "file" -> {
          Path path = Path.of(row[2]);
          if (!content(path).equals(row[1])) {
            return null;
          }
          files.add(path);
        }
        case "folder" -> classPath.add(Library.folder(Path.of(row[1])));
        case "jar" -> {
          Library jar = new Library(Path.of(row[3]), row[2], Integer.parseInt(row[1]));
          boolean loose = old && row[3].contains("-SNAPSHOT");
          if (loose || !content(jar.path()).equals(jar.content())) {
            return null;
          }
          classPath.add(jar);
        }
        case "module" ->
            modules.add(
                new ProjectModel.Module(
                    row[1],
                    Path.of(row[2]),
                    paths(row[3]),
                    paths(row[4]),
                    Path.of(row[5]),
                    Path.of(row[6])));
        default -> throw new IOException("what is a " + row[0]);
      }
    }
    return new ProjectModel(
        rows.get(0)[1], classPath, modules, files, Integer.parseInt(rows.get(0)[2]), List.of());
  }

  /**
   * Remembers what was read; where it cannot be, or was written meanwhile, it will be read once
   * more.
   *
   * @param begun when reading it began
   */
  public void put(Path pom, Path document, ProjectModel model, Instant begun) {
    if (!Written.since(begun, model.files()).isEmpty()) {
      return;
    }
    Path file = file(pom, model.modules().get(0).isTest(document));
    try {
      List<String> lines = new ArrayList<>();
      lines.add(row(FORMAT, model.name(), model.release()));
      for (Path read : model.files()) {
        lines.add(row("file", content(read), read));
      }
      for (Library entry : model.classPath()) {
        lines.add(
            entry.isFolder()
                ? row("folder", entry.path())
                : row("jar", entry.island(), entry.content(), entry.path()));
      }
      for (ProjectModel.Module m : model.modules()) {
        lines.add(
            row(
                "module",
                m.name(),
                m.folder(),
                text(m.sources()),
                text(m.testSources()),
                m.output(),
                m.testOutput()));
      }
      Files.createDirectories(places.cache());
      Path temporary = Files.createTempFile(places.cache(), "new", ".tmp");
      Files.write(temporary, lines);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the cache cannot be written: " + file, e);
    }
  }

  private static String content(Path file) throws IOException {
    return Files.isRegularFile(file) ? Library.contentOf(file) : NONE;
  }

  private static String row(Object... cells) {
    return Stream.of(cells).map(String::valueOf).collect(Collectors.joining("\t"));
  }

  private static String text(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining("|"));
  }

  private static List<Path> paths(String text) {
    return text.isEmpty() ? List.of() : Stream.of(text.split("\\|")).map(Path::of).toList();
  }

  /** An entry is of a project and of the JDK that reads it, by which profiles may be active. */
  private Path file(Path pom, boolean tests) {
    Digest.Builder digest = Digest.builder().add(FORMAT).add(Runtime.version().toString());
    digest.add(String.valueOf(places.settings())).add(String.valueOf(places.localRepository()));
    digest.add(pom.toString()).add(tests ? "tests" : "");
    return places.cache().resolve(digest.build() + ".txt");
  }
}
