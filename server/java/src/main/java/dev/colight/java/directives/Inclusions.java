package dev.colight.java.directives;

import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files that a document takes in, as JBang does: sources by {@code //SOURCES}, what they take
 * in themselves included, and files for its class path by {@code //FILES}. Where several give a
 * resource of one name, the last one counts.
 *
 * @param sources each once, in the order in which they are found
 * @param problems what cannot be taken in, at the words of the document that lead to it
 */
public record Inclusions(
    List<Source> sources, List<Resource> resources, List<DirectiveProblem> problems) {
  /** Those of a document that takes in none. */
  public static final Inclusions NONE = new Inclusions(List.of(), List.of(), List.of());

  private static final String SOURCES = "SOURCES";
  private static final String FILES = "FILES";

  /** Copies the lists. */
  public Inclusions {
    sources = List.copyOf(sources);
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
  }

  /** A place in the document: a directive, counted from 0, and a word of it. */
  public record Cause(int directive, int word) {}

  /**
   * A source.
   *
   * @param directives its own
   */
  public record Source(Path file, List<Directive> directives, Cause cause) {}

  /**
   * A file for the class path.
   *
   * @param name under which it is found there, with slashes
   */
  public record Resource(String name, Path file, Cause cause) {}

  /** Tells whether one of some directives takes in sources. */
  public static boolean anySources(List<Directive> directives) {
    return directives.stream().anyMatch(directive -> directive.name().equals(SOURCES));
  }

  /** Tells whether one of some directives takes in anything. */
  public static boolean any(List<Directive> directives) {
    return anySources(directives)
        || directives.stream().anyMatch(directive -> directive.name().equals(FILES));
  }

  /**
   * Finds the files.
   *
   * @param directives those of the document
   * @param document its file, which no pattern means
   * @param texts has the text of a file, or null where there is none
   * @param reader reads the directives of sources
   */
  public static Inclusions of(
      List<Directive> directives,
      Path document,
      Function<Path, @Nullable String> texts,
      DirectiveReader reader) {
    Path base = document.getParent();
    if (base == null || !any(directives)) {
      return NONE;
    }
    Collector collector = new Collector(document, texts, reader);
    for (int d = 0; d < directives.size(); d++) {
      collector.take(directives.get(d), base, d, null);
    }
    return new Inclusions(
        List.copyOf(collector.sources.values()),
        List.copyOf(collector.resources.values()),
        collector.problems);
  }

  private static final class Collector {
    private final Path document;
    private final Function<Path, @Nullable String> texts;
    private final DirectiveReader reader;
    private final Map<Path, Source> sources = new LinkedHashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final List<DirectiveProblem> problems = new ArrayList<>();

    Collector(Path document, Function<Path, @Nullable String> texts, DirectiveReader reader) {
      this.document = document;
      this.texts = texts;
      this.reader = reader;
    }

    /**
     * Takes in what a directive says.
     *
     * @param within the source that it stands in, or null for the document
     */
    void take(Directive directive, Path base, int number, @Nullable Source within) {
      for (int w = 0; w < directive.words().size(); w++) {
        Cause cause = within == null ? new Cause(number, w) : within.cause();
        String word = directive.words().get(w).text();
        if (directive.name().equals(SOURCES)) {
          sources(word, base, cause, within);
        } else if (directive.name().equals(FILES)) {
          resources(word, base, cause, within);
        }
      }
    }

    private void sources(String word, Path base, Cause cause, @Nullable Source within) {
      if (word.contains("://")) {
        problem(cause, within, "`" + word + "` is not on this machine: only files are taken in");
        return;
      }
      List<Path> files = FilePattern.find(base, word).files();
      if (files.isEmpty()) {
        problem(cause, within, "there is no file `" + word + "`");
      }
      for (Path file : files) {
        source(file, cause, within, FilePattern.isPattern(word) || files.size() > 1);
      }
    }

    private void source(Path file, Cause cause, @Nullable Source within, boolean oneOfMany) {
      if (sources.containsKey(file) || file.equals(document)) {
        return;
      }
      if (!file.toString().endsWith(".java")) {
        if (!oneOfMany) {
          problem(cause, within, "`" + file.getFileName() + "` is no Java source");
        }
        return;
      }
      String text = texts.apply(file);
      if (text == null) {
        problem(cause, within, "there is no file `" + file.getFileName() + "`");
        return;
      }
      Source source = new Source(file, reader.read(text.lines().toList()), cause);
      sources.put(file, source);
      Path folder = file.getParent();
      if (folder != null) {
        source.directives().forEach(nested -> take(nested, folder, 0, source));
      }
    }

    /** What stands before an equals sign is the name, or the folder where it ends in a slash. */
    private void resources(String word, Path base, Cause cause, @Nullable Source within) {
      int equals = word.indexOf('=');
      String mount = equals < 0 ? "" : word.substring(0, equals);
      String pattern = word.substring(equals + 1);
      FilePattern found = FilePattern.find(base, pattern);
      boolean single = found.files().equals(List.of(found.folder()));
      for (Path file : found.files()) {
        Path relative = single ? file.getFileName() : found.folder().relativize(file);
        boolean named = single && !mount.isEmpty() && !mount.endsWith("/");
        String name = name(named ? mount : mount + (single ? "" : slash(mount)) + relative);
        if (name == null) {
          problem(cause, within, "`" + mount + "` is outside of the class path");
        } else if (!Files.isRegularFile(file)) {
          problem(cause, within, "there is no file `" + pattern + "`");
        } else {
          resources.remove(name);
          resources.put(name, new Resource(name, file, cause));
        }
      }
      if (found.files().isEmpty()) {
        problem(cause, within, "there is no file `" + pattern + "`");
      }
    }

    private static String slash(String mount) {
      return mount.isEmpty() || mount.endsWith("/") ? "" : "/";
    }

    /** Returns a name with slashes and no dots between them, or null where it leads elsewhere. */
    private static @Nullable String name(String text) {
      try {
        Path path = Path.of(text).normalize();
        boolean inside = !path.isAbsolute() && !path.startsWith("..") && !path.toString().isEmpty();
        return inside ? path.toString().replace('\\', '/') : null;
      } catch (InvalidPathException e) {
        return null;
      }
    }

    private void problem(Cause cause, @Nullable Source within, String message) {
      String where = within == null ? "" : within.file().getFileName() + ": ";
      problems.add(DirectiveProblem.error(cause.directive(), cause.word(), where + message));
    }
  }
}
