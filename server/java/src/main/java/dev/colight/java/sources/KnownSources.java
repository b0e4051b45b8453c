package dev.colight.java.sources;

import dev.colight.graph.FileGraph;
import dev.colight.graph.Problem;
import dev.colight.java.compile.CompiledSource;
import dev.colight.java.compile.SourceProblem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that are followed, what came of compiling each, and which uses which. Used by one
 * thread.
 */
final class KnownSources {
  private final Map<Path, KnownSource> files = new TreeMap<>();

  /** By class that is compiled, with slashes: its file. */
  private final Map<String, Path> owners = new HashMap<>();

  /** Which of the files uses which; null where nobody has asked since the last change. */
  private @Nullable FileGraph<Path> uses;

  boolean has(Path file) {
    return files.containsKey(file);
  }

  @Nullable KnownSource get(Path file) {
    return files.get(file);
  }

  /** Returns the files as they are now. */
  List<Path> files() {
    return List.copyOf(files.keySet());
  }

  void forEach(BiConsumer<Path, KnownSource> action) {
    files.forEach(action);
  }

  /** Tells whether a file has compiled at some time. */
  boolean hasCompiled(Path file) {
    KnownSource known = files.get(file);
    return known != null && known.whole();
  }

  /** Returns a file's last good classes, or what there is of it if it has never compiled. */
  @Nullable CompiledSource lastGood(Path file) {
    KnownSource known = files.get(file);
    return known == null ? null : known.good();
  }

  /** Returns the file that has the source of a class that is compiled, or null. */
  @Nullable Path owner(String className) {
    return owners.get(className);
  }

  void put(Path file, KnownSource known) {
    disown(file);
    files.put(file, known);
    if (known.good() != null) {
      known.good().classes().keySet().forEach(name -> owners.put(name, file));
    }
    uses = null;
  }

  /** Forgets a file; returns the top-level types that it had. */
  Set<String> remove(Path file) {
    disown(file);
    uses = null;
    KnownSource known = files.remove(file);
    return known == null || known.good() == null ? Set.of() : known.good().topLevel();
  }

  private void disown(Path file) {
    CompiledSource before = lastGood(file);
    if (before != null) {
      before.classes().keySet().forEach(name -> owners.remove(name, file));
    }
  }

  /** Returns the files that do not compile. */
  Set<Path> failed() {
    return files.entrySet().stream()
        .filter(entry -> entry.getValue().failed())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Returns the compiled files that use one of some top-level types, or one that inherits from
   * those: what has looked at a type need not have looked for what that inherits.
   */
  Set<Path> using(Set<String> types) {
    if (types.isEmpty()) {
      return Set.of();
    }
    Set<String> all = withHeirs(types);
    return files.entrySet().stream()
        .filter(entry -> entry.getValue().uses(all))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<String> withHeirs(Set<String> types) {
    Set<String> all = new HashSet<>(types);
    boolean more = true;
    while (more) {
      more = false;
      for (KnownSource known : files.values()) {
        CompiledSource good = known.good();
        if (good != null && !Collections.disjoint(good.supertypes(), all)) {
          more |= all.addAll(good.topLevel());
        }
      }
    }
    return all;
  }

  /** Returns the packages, with slashes, whose types some file may mean by their simple names. */
  Set<String> packagesSeen() {
    Set<String> packages = new HashSet<>();
    files.values().forEach(known -> packages.addAll(known.packages()));
    return packages;
  }

  /** Returns, with slashes, the classes that files may look up by name. */
  Set<String> lookedUp() {
    Set<String> names = new HashSet<>();
    for (KnownSource known : files.values()) {
      if (known.good() != null) {
        names.addAll(known.good().lookedUp());
      }
    }
    return names;
  }

  /** Returns the last good classes of all files that have some. */
  Map<String, CompiledSource> good() {
    Map<String, CompiledSource> good = new HashMap<>();
    files.forEach(
        (file, known) -> {
          if (known.good() != null && !known.good().classes().isEmpty()) {
            good.put(file.toString(), known.good());
          }
        });
    return good;
  }

  /** Returns some files, and those that they use, directly or not. */
  Set<Path> below(Set<Path> roots) {
    FileGraph<Path> graph = uses;
    if (graph == null) {
      graph = graph();
      uses = graph;
    }
    return graph.reachedFrom(roots);
  }

  private FileGraph<Path> graph() {
    Map<Path, Set<Path>> byFile = new HashMap<>();
    files.forEach(
        (file, known) ->
            byFile.put(
                file,
                known.good() == null
                    ? Set.of()
                    : known.good().references().stream()
                        .map(owners::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    return new FileGraph<>(byFile);
  }

  /** Returns what is wrong with each file. */
  Map<Path, List<SourceProblem>> problems() {
    Map<Path, List<SourceProblem>> problems = new TreeMap<>();
    files.forEach((file, known) -> problems.put(file, known.problems()));
    return problems;
  }

  /** Returns what is wrong with the sources that some files use, themselves included. */
  Map<Path, SourceProblem> errorsBelow(Set<Path> roots) {
    Map<Path, SourceProblem> errors = new TreeMap<>();
    for (Path file : below(roots)) {
      KnownSource known = files.get(file);
      if (known != null && known.failed()) {
        known.problems().stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .findFirst()
            .ifPresent(problem -> errors.put(file, problem));
      }
    }
    return errors;
  }
}
