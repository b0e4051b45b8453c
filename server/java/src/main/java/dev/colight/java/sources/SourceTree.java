package dev.colight.java.sources;

import dev.colight.java.compile.GeneratedNames;
import dev.colight.java.directives.Inclusions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources below some roots. Nothing is read that nobody has asked for: a package is listed when
 * a type of it is first looked for, and its files are read where a type is not in the file of its
 * name. Knows the disk as it was at the last {@link #look}. Used by one thread.
 */
final class SourceTree {
  /** How long a file is missing before it counts as deleted: many editors write that way. */
  static final Duration GRACE = Duration.ofMillis(300);

  private static final String SUFFIX = ".java";

  private final List<Path> roots;
  private final Buffers buffers;
  private final LongSupplier nanos;
  private final @Nullable Scripts scripts;
  private final Map<Path, Content> contents = new HashMap<>();
  private final Map<Path, Folder> folders = new HashMap<>();
  private final Map<Path, Header> headers = new HashMap<>();

  /** By package that was searched: the file that has a type of a name. */
  private final Map<String, Map<String, Path>> searched = new HashMap<>();

  /** What the document takes in, once it has been looked for since the last look. */
  private @Nullable Taken taken;

  /**
   * Creates a tree.
   *
   * @param scripts what comes before all roots, or null
   */
  SourceTree(List<Path> roots, Buffers buffers, LongSupplier nanos, @Nullable Scripts scripts) {
    this.roots = List.copyOf(roots);
    this.buffers = buffers;
    this.nanos = nanos;
    this.scripts = scripts;
  }

  /**
   * Sources that a document takes in.
   *
   * @param types by top-level type, with slashes; those without a package are in the document's
   */
  private record Taken(List<Inclusions.Source> sources, Map<String, Path> types) {}

  /** What tells a file from what it was before. */
  private record Stamp(long time, long size, @Nullable Object key) {
    static @Nullable Stamp of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
            found.lastModifiedTime().to(TimeUnit.NANOSECONDS),
            found.isDirectory() ? 0 : found.size(),
            found.fileKey());
      } catch (IOException | SecurityException e) {
        return null;
      }
    }
  }

  /**
   * A file.
   *
   * @param text null where it is not there
   * @param missing since when it is missing that had this text, in nanoseconds, or null
   */
  private record Content(@Nullable Stamp stamp, @Nullable String text, @Nullable Long missing) {}

  private record Header(String text, SourceHeader header) {}

  private record Folder(@Nullable Stamp stamp, Set<String> names) {}

  /** Returns the sources that the document takes in by its directives. */
  List<Inclusions.Source> included() {
    return taken().sources();
  }

  private Taken taken() {
    Taken known = taken;
    if (known == null) {
      List<Inclusions.Source> sources = scripts == null ? List.of() : scripts.find(this::text);
      Map<String, Path> types = new HashMap<>();
      for (Inclusions.Source source : sources) {
        String text = text(source.file());
        SourceHeader header = header(source.file(), text == null ? "" : text);
        String packageName =
            header.packageName().isEmpty() ? GeneratedNames.PACKAGE : header.packageName();
        header.types().forEach(type -> types.putIfAbsent(packageName + "/" + type, source.file()));
      }
      known = new Taken(sources, types);
      taken = known;
    }
    return known;
  }

  /** Returns the file that declares a top-level type, given with slashes, or null. */
  @Nullable Path find(String type) {
    Path file = file(type);
    if (file != null) {
      return file;
    }
    int slash = type.lastIndexOf('/');
    String packageName = type.substring(0, Math.max(0, slash));
    return searched.computeIfAbsent(packageName, this::search).get(type.substring(slash + 1));
  }

  /** Returns the file that declares a top-level type, where it has the type's name. */
  @Nullable Path file(String type) {
    Path included = taken().types().get(type);
    if (included != null) {
      return included;
    }
    int slash = type.lastIndexOf('/');
    String packageName = type.substring(0, Math.max(0, slash));
    String fileName = type.substring(slash + 1) + SUFFIX;
    Path beside = beside();
    if (beside != null && packageName.equals(GeneratedNames.PACKAGE)) {
      Path file = beside.resolve(fileName);
      String text = names(beside).contains(fileName) ? text(file) : null;
      return text != null && header(file, text).packageName().isEmpty() ? file : null;
    }
    for (Path root : roots) {
      Path folder = root.resolve(packageName);
      if (names(folder).contains(fileName)) {
        Path file = folder.resolve(fileName);
        if (text(file) != null) {
          return file;
        }
      }
    }
    return null;
  }

  /** Returns the folder whose sources without a package are of the document's own, or null. */
  @Nullable Path beside() {
    return scripts != null && scripts.beside() ? scripts.document().getParent() : null;
  }

  /**
   * Returns the simple names of the types that there may be in a package: what its files are named
   * after, and what they declare, where they are looked for by that, too.
   */
  Set<String> typesIn(String packageName) {
    Set<String> types = new HashSet<>();
    for (String type : taken().types().keySet()) {
      if (type.substring(0, type.lastIndexOf('/')).equals(packageName)) {
        types.add(type.substring(packageName.length() + 1));
      }
    }
    Path beside = beside();
    if (packageName.equals(GeneratedNames.PACKAGE)) {
      Set<String> files = beside == null ? Set.of() : names(beside);
      files.forEach(name -> types.add(name.substring(0, name.length() - SUFFIX.length())));
    } else {
      filesOf(packageName).stream()
          .map(file -> file.getFileName().toString())
          .forEach(name -> types.add(name.substring(0, name.length() - SUFFIX.length())));
      types.addAll(searched.computeIfAbsent(packageName, this::search).keySet());
    }
    return types;
  }

  /** Reads the headers of all files of a package. */
  private Map<String, Path> search(String packageName) {
    Map<String, Path> found = new HashMap<>();
    for (Path file : filesOf(packageName)) {
      String text = text(file);
      if (text != null) {
        SourceHeader header = header(file, text);
        if (header.packageName().equals(packageName)) {
          header.types().forEach(type -> found.putIfAbsent(type, file));
        }
      }
    }
    return found;
  }

  /** Returns what a file declares that has some text. */
  SourceHeader header(Path file, String text) {
    Header known = headers.get(file);
    if (known == null || !known.text().equals(text)) {
      known = new Header(text, SourceHeader.of(text));
      headers.put(file, known);
    }
    return known.header();
  }

  /** Returns the files in the folders of a package. */
  List<Path> filesOf(String packageName) {
    return filesOf(packageName, roots);
  }

  /** Returns those of them that are in some of the roots, or that the document takes in. */
  List<Path> filesOf(String packageName, List<Path> someRoots) {
    List<Path> files = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    taken()
        .types()
        .forEach(
            (type, file) -> {
              if (type.substring(0, type.lastIndexOf('/')).equals(packageName)
                  && !files.contains(file)) {
                files.add(file);
              }
            });
    Path beside = packageName.isEmpty() ? beside() : null;
    List<Path> places = new ArrayList<>(someRoots);
    if (beside != null) {
      places.add(0, beside);
    }
    for (Path root : places) {
      Path folder = root.resolve(packageName);
      for (String name : new TreeSet<>(names(folder))) {
        if (seen.add(name)) {
          files.add(folder.resolve(name));
        }
      }
    }
    return files;
  }

  /** Tells whether there are sources in a package, or a folder below it. */
  boolean isPackage(String packageName) {
    boolean own = packageName.equals(GeneratedNames.PACKAGE) && beside() != null;
    if (own
        || taken().types().keySet().stream().anyMatch(type -> type.startsWith(packageName + "/"))) {
      return true;
    }
    for (Path root : roots) {
      Path folder = root.resolve(packageName);
      if (Files.isDirectory(folder)
          || buffers.files().stream().anyMatch(file -> file.startsWith(folder))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the text of a file, or null where it is not there. */
  @Nullable String text(Path file) {
    String open = buffers.text(file);
    return open != null ? open : contents.computeIfAbsent(file, SourceTree::read).text();
  }

  private Set<String> names(Path folder) {
    Set<String> names = folders.computeIfAbsent(folder, SourceTree::list).names();
    Set<String> open = null;
    for (Path file : buffers.files()) {
      if (folder.equals(file.getParent())) {
        open = open == null ? new HashSet<>(names) : open;
        open.add(file.getFileName().toString());
      }
    }
    return open == null ? names : open;
  }

  /** Looks at the disk again: all that was asked for is as it is now. */
  void look() {
    folders.replaceAll(
        (folder, known) ->
            Objects.equals(Stamp.of(folder), known.stamp()) ? known : list(folder, known));
    contents.replaceAll((file, known) -> look(file, known));
    buffersChanged();
  }

  /** Takes in what editors have in files now; of the disk all is as it was at the last look. */
  void buffersChanged() {
    searched.clear();
    taken = null;
  }

  private Content look(Path file, Content known) {
    Stamp stamp = Stamp.of(file);
    if (Objects.equals(stamp, known.stamp()) && known.missing() == null) {
      return known;
    }
    Content now = read(file);
    if (!isBlank(now) || isBlank(known)) {
      return now;
    }
    // Who writes a file anew may delete it first, or empty it.
    long time = nanos.getAsLong();
    if (known.missing() == null) {
      return new Content(known.stamp(), known.text(), time);
    }
    return time - known.missing() < GRACE.toNanos() ? known : now;
  }

  private static boolean isBlank(Content content) {
    return content.text() == null || content.text().isBlank();
  }

  private static Content read(Path file) {
    Stamp stamp = Stamp.of(file);
    try {
      return new Content(
          stamp,
          stamp == null ? null : new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
          null);
    } catch (IOException e) {
      return new Content(null, null, null);
    }
  }

  private static Folder list(Path folder) {
    Stamp stamp = Stamp.of(folder);
    Set<String> names = new HashSet<>();
    if (stamp != null) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(SUFFIX))
            .forEach(names::add);
      } catch (IOException | UncheckedIOException e) {
        return new Folder(null, Set.of());
      }
    }
    return new Folder(stamp, Set.copyOf(names));
  }

  /** What is missing may come back: it stays in the list as long as its text is there. */
  private Folder list(Path folder, Folder before) {
    Folder now = list(folder);
    Set<String> names = new HashSet<>(now.names());
    for (String name : before.names()) {
      Content content = contents.get(folder.resolve(name));
      if (content != null
          && content.text() != null
          && look(folder.resolve(name), content).text() != null) {
        names.add(name);
      }
    }
    return names.equals(now.names()) ? now : new Folder(null, Set.copyOf(names));
  }
}
