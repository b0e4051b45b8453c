package dev.colight.java;

import dev.colight.cache.Digest;
import dev.colight.graph.Directive;
import dev.colight.java.dependencies.Library;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.directives.Inclusions;
import dev.colight.java.project.ClassPathFollower;
import dev.colight.java.sources.Buffers;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what documents take in, and makes folders for the class path of it.
 *
 * @param cache where those folders are, each named after what is in it
 */
record Inclusion(DirectiveReader reader, Buffers buffers, Path cache) {
  /** How long a folder is kept that nobody uses. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** Finds what a document asks for as its files are now. */
  Asked find(List<Directive> directives, @Nullable Path document) {
    Inclusions included =
        document == null
            ? Inclusions.NONE
            : Inclusions.of(directives, document, buffers::current, reader);
    return new Asked(directives, included, state(included));
  }

  private static Set<String> state(Inclusions included) {
    Set<String> lines = new TreeSet<>();
    for (Inclusions.Source source : included.sources()) {
      StringBuilder line = new StringBuilder(source.file().toString());
      source.directives().forEach(d -> line.append('\t').append(d.name()).append(d.value()));
      lines.add(line.toString());
    }
    Set<Path> files = new TreeSet<>();
    for (Inclusions.Resource resource : included.resources()) {
      lines.add(resource.name() + "\t" + resource.file());
      files.add(resource.file());
    }
    lines.addAll(ClassPathFollower.State.of(files, Set.of()).files());
    included.problems().forEach(problem -> lines.add(problem.toString()));
    return lines;
  }

  /** Returns a folder that holds some resources under their names, or null where there are none. */
  @Nullable Library folder(List<Inclusions.Resource> resources, int island) throws IOException {
    if (resources.isEmpty()) {
      return null;
    }
    Map<String, byte[]> contents = new TreeMap<>();
    Digest.Builder builder = Digest.builder();
    for (Inclusions.Resource resource : resources) {
      contents.put(resource.name(), Files.readAllBytes(resource.file()));
    }
    contents.forEach((name, bytes) -> builder.add(name).addBytes(bytes));
    String digest = builder.build().toString();
    Path folder = cache.resolve(digest);
    if (!Files.isDirectory(folder)) {
      forgetOld();
      write(contents, folder);
    }
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    return new Library(folder, digest, island);
  }

  /** Whoever sees the folder sees all of it. */
  private void write(Map<String, byte[]> contents, Path folder) throws IOException {
    Files.createDirectories(cache);
    Path temporary = Files.createTempDirectory(cache, "new");
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      Path file = temporary.resolve(content.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, content.getValue());
    }
    try {
      Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(temporary);
      if (!Files.isDirectory(folder)) {
        throw e; // else another server has just made the same
      }
    }
  }

  private void forgetOld() throws IOException {
    if (!Files.isDirectory(cache)) {
      return;
    }
    Instant oldest = Instant.now().minus(KEPT);
    try (Stream<Path> folders = Files.list(cache)) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
          delete(folder);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inside, @Nullable IOException e)
              throws IOException {
            Files.delete(inside);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
