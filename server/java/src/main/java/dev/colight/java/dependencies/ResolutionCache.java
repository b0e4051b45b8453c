package dev.colight.java.dependencies;

import dev.colight.cache.Digest;
import dev.colight.java.directives.Repository;
import dev.colight.java.directives.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on disk what was resolved: a file per set of directives. An entry counts as long as all
 * of its jars are what they were.
 */
final class ResolutionCache {
  private static final Logger LOG = Logger.getLogger(ResolutionCache.class.getName());
  private static final String FORMAT = "colight libraries 1";
  private static final int COLUMNS = 3;

  /** How long a range or a snapshot stays what it was found to be, as with Maven. */
  private static final Duration LOOSE = Duration.ofDays(1);

  private final MavenPlaces places;

  ResolutionCache(MavenPlaces places) {
    this.places = places;
  }

  /** Returns what was resolved before, or null. */
  @Nullable List<Library> find(Requirements requirements) {
    Path file = file(requirements);
    try {
      List<String> lines = Files.readAllLines(file);
      boolean loose = requirements.dependencies().stream().anyMatch(w -> !w.coordinate().isFixed());
      Instant written = Files.getLastModifiedTime(file).toInstant();
      if (lines.isEmpty()
          || !lines.get(0).equals(FORMAT)
          || (loose && written.plus(LOOSE).isBefore(Instant.now()))) {
        return null;
      }
      List<Library> libraries = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] columns = line.split("\t", COLUMNS);
        Library known = new Library(Path.of(columns[2]), columns[1], Integer.parseInt(columns[0]));
        if (!Library.contentOf(known.path()).equals(known.content())) {
          return null;
        }
        libraries.add(known);
      }
      return libraries;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "an entry of the cache cannot be read: " + file, e);
      return null;
    }
  }

  /** Remembers what was resolved; where it cannot be, it will be resolved once more. */
  void put(Requirements requirements, List<Library> libraries) {
    List<String> lines = new ArrayList<>(List.of(FORMAT));
    for (Library library : libraries) {
      lines.add(library.island() + "\t" + library.content() + "\t" + library.path());
    }
    Path file = file(requirements);
    try {
      Files.createDirectories(places.cache());
      Path temporary = Files.createTempFile(places.cache(), "new", ".tmp");
      Files.write(temporary, lines);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the cache cannot be written: " + file, e);
    }
  }

  private Path file(Requirements requirements) {
    Digest.Builder digest = Digest.builder();
    digest.add(String.valueOf(places.settings())).add(String.valueOf(places.localRepository()));
    requirements.dependencies().forEach(w -> digest.add(w.coordinate().toString()));
    digest.add("repositories");
    for (Repository repository : requirements.repositories()) {
      digest.add(repository.id()).add(repository.url());
    }
    return places.cache().resolve(digest.build() + ".txt");
  }
}
