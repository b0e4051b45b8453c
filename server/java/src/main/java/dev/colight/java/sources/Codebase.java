package dev.colight.java.sources;

import dev.colight.graph.FileGraph;
import dev.colight.graph.Problem;
import dev.colight.java.compile.CompiledSource;
import dev.colight.java.compile.SourceClasses;
import dev.colight.java.compile.SourceCompiler;
import dev.colight.java.compile.SourceProblem;
import dev.colight.java.compile.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sources that some documents of a project use, compiled. After a change only those are
 * compiled again that have changed, or that are compiled against what has; one that does not
 * compile keeps its last good classes. Used by one thread.
 */
final class Codebase {
  /** Bounds the rounds of one update: each compiles what the one before changed the outside of. */
  private static final int MAX_ROUNDS = 20;

  private final SourceTree tree;
  private final SourceCompiler compiler;
  private final NewFiles newFiles;
  private final Map<Path, KnownSource> files = new TreeMap<>();

  /** By class that is compiled, with slashes: its file. */
  private final Map<String, Path> owners = new HashMap<>();

  /** Which of the files uses which; null where nobody has asked since the last update. */
  private @Nullable FileGraph<Path> uses;

  private SourceClasses classes = SourceClasses.NONE;
  private int compiledFiles;

  Codebase(SourceTree tree, SourceCompiler compiler) {
    this.tree = tree;
    this.compiler = compiler;
    this.newFiles = new NewFiles(tree);
  }

  SourceClasses classes() {
    return classes;
  }

  /** Returns how many files have been compiled so far, again and again. */
  int compiledFiles() {
    return compiledFiles;
  }

  /** Returns the files that have been asked for, and what is wrong with each. */
  Map<Path, List<SourceProblem>> problems() {
    Map<Path, List<SourceProblem>> problems = new TreeMap<>();
    files.forEach((file, known) -> problems.put(file, known.problems()));
    return problems;
  }

  /**
   * Returns the file that a name which a document mentions leads to; null where it leads nowhere.
   */
  @Nullable Path fileOf(String mention) {
    String path = mention.replace('.', '/');
    for (String type = path;
        !type.isEmpty();
        type = type.substring(0, Math.max(0, type.lastIndexOf('/')))) {
      Path file = tree.find(type);
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  /**
   * Returns the files that a document uses itself, by what it mentions.
   *
   * @param open the roots in which imports of all of a package look
   */
  Set<Path> filesOf(Collection<Mention> mentions, List<Path> open) {
    Set<Path> found = new TreeSet<>();
    for (Mention mention : mentions) {
      Path file =
          mention.byFile() ? tree.file(mention.path().replace('.', '/')) : fileOf(mention.path());
      if (file != null) {
        found.add(file);
      } else if (mention.all()) {
        found.addAll(tree.filesOf(mention.path().replace('.', '/'), open));
      }
    }
    return found;
  }

  /**
   * Compiles what has changed, and what is asked for and not compiled.
   *
   * @param wanted what documents use themselves
   * @return whether classes, or what is wrong with the sources, are other than before
   */
  boolean update(Set<Path> wanted) {
    uses = null;
    Set<Path> dirty = new TreeSet<>();
    Set<String> changed = new HashSet<>();
    boolean gone = false;
    for (Path file : List.copyOf(files.keySet())) {
      KnownSource known = files.get(file);
      String text = tree.text(file);
      if (known != null && text == null) {
        remove(file, known, changed);
        gone = true;
      } else if (known != null && !known.text().equals(text)) {
        dirty.add(file);
      }
    }
    wanted.stream()
        .filter(file -> !files.containsKey(file) && tree.text(file) != null)
        .forEach(dirty::add);
    for (Path file : wanted) {
      gone |= !files.containsKey(file);
    }
    dirty.addAll(affectedBy(changed, Set.of()));
    if (!dirty.isEmpty() || gone) {
      // What did not compile may do so now, and a new file may be what it lacked.
      files.forEach(
          (file, known) -> {
            if (known.failed()) {
              dirty.add(file);
            }
          });
    }
    dirty.addAll(shadowed());
    dirty.addAll(meaningNew());
    dirty.addAll(lookedUp());
    boolean any = !dirty.isEmpty() || !changed.isEmpty();
    for (int round = 0; !dirty.isEmpty() && round < MAX_ROUNDS; round++) {
      Set<Path> next = compile(dirty);
      dirty.clear();
      dirty.addAll(next);
      dirty.addAll(lookedUp());
    }
    if (any) {
      newFiles.note(packagesSeen());
      Map<String, CompiledSource> good = new HashMap<>();
      files.forEach(
          (file, known) -> {
            if (known.good() != null && !known.good().classes().isEmpty()) {
              good.put(file.toString(), known.good());
            }
          });
      classes = SourceClasses.of(good, classes);
    }
    return any;
  }

  /** Returns the files whose types are found elsewhere now: in a root that comes before theirs. */
  private Set<Path> shadowed() {
    Set<Path> dirty = new HashSet<>();
    for (Path file : List.copyOf(files.keySet())) {
      KnownSource known = files.get(file);
      if (known == null || known.good() == null) {
        continue;
      }
      for (String type : known.good().topLevel()) {
        Path now = tree.find(type);
        if (now != null && !now.equals(file)) {
          Set<String> names = new HashSet<>();
          remove(file, known, names);
          dirty.add(now);
          dirty.addAll(affectedBy(names, Set.of(file)));
          dirty.remove(file);
          break;
        }
      }
    }
    return dirty;
  }

  /** Returns the files that may mean, by a simple name, a type that is new in what they see. */
  private Set<Path> meaningNew() {
    Set<String> names = new HashSet<>();
    for (Path file : newFiles.in(packagesSeen())) {
      if (!files.containsKey(file)) {
        names.add(simpleName(file));
      }
    }
    return affectedBy(names, Set.of());
  }

  /** Returns the files that others may look up classes of by name, and that are not known yet. */
  private Set<Path> lookedUp() {
    Set<Path> found = new HashSet<>();
    for (KnownSource known : files.values()) {
      for (String name : known.good() == null ? Set.<String>of() : known.good().lookedUp()) {
        Path file = tree.find(CompiledSource.outermost(name));
        if (file != null && !files.containsKey(file)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private Set<String> packagesSeen() {
    Set<String> packages = new HashSet<>();
    files.values().forEach(known -> packages.addAll(known.packages()));
    return packages;
  }

  private static String simpleName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private void remove(Path file, KnownSource known, Set<String> changed) {
    files.remove(file);
    if (known.good() != null) {
      changed.addAll(KnownSource.simpleNames(known.good()));
      known.good().classes().keySet().forEach(name -> owners.remove(name, file));
    }
  }

  /** Returns the compiled files that use one of some simple names. */
  private Set<Path> affectedBy(Set<String> names, Set<Path> butNot) {
    Set<Path> affected = new HashSet<>();
    if (!names.isEmpty()) {
      files.forEach(
          (file, known) -> {
            if (known.uses(names) && !butNot.contains(file)) {
              affected.add(file);
            }
          });
    }
    return affected;
  }

  /** Compiles files; returns those that are to be compiled again for what has changed by that. */
  private Set<Path> compile(Set<Path> dirty) {
    Set<Path> round = new TreeSet<>(dirty);
    Map<Path, Attempt> results = run(round);
    Set<Path> broken = new HashSet<>();
    results.forEach(
        (file, attempt) -> {
          if (attempt.result.compiled() == null && lastGood(file) != null) {
            broken.add(file);
          }
        });
    if (!broken.isEmpty() && broken.size() < results.size()) {
      // The others are compiled against the last good classes of those that are broken.
      Map<Path, Attempt> all = new HashMap<>(results);
      round.removeAll(broken);
      Map<Path, Attempt> again = run(round);
      all.putAll(again);
      results = all;
    }
    Set<String> changed = new HashSet<>();
    results.forEach((file, attempt) -> take(file, attempt, changed));
    Set<Path> next = affectedBy(changed, results.keySet());
    if (!changed.isEmpty()) {
      Set<Path> done = results.keySet();
      files.forEach(
          (file, known) -> {
            if (known.failed() && !done.contains(file)) {
              next.add(file);
            }
          });
    }
    return next;
  }

  private @Nullable CompiledSource lastGood(Path file) {
    KnownSource known = files.get(file);
    return known == null ? null : known.good();
  }

  private void take(Path file, Attempt attempt, Set<String> changed) {
    compiledFiles++;
    CompiledSource before = lastGood(file);
    CompiledSource now = attempt.result.compiled();
    List<SourceProblem> problems = attempt.result.problems();
    String text = attempt.text;
    Set<String> packages = newFiles.packagesSeenBy(file, text);
    if (now == null) {
      files.put(file, new KnownSource(text, before, problems, true, packages));
      return;
    }
    if (before == null || !before.shape().equals(now.shape())) {
      changed.addAll(KnownSource.simpleNames(now));
    }
    if (before != null) {
      if (!before.shape().equals(now.shape())) {
        changed.addAll(KnownSource.simpleNames(before));
      }
      before.classes().keySet().forEach(name -> owners.remove(name, file));
    }
    now.classes().keySet().forEach(name -> owners.put(name, file));
    files.put(file, new KnownSource(text, now, problems, false, packages));
  }

  /**
   * What came of a source.
   *
   * @param text what was compiled: an editor may have another by now
   */
  private record Attempt(String text, SourceCompiler.Result result) {}

  private Map<Path, Attempt> run(Set<Path> round) {
    Map<SourceText, Path> paths = new HashMap<>();
    List<SourceText> roots = new ArrayList<>();
    Lookup lookup = new Lookup(round, paths);
    for (Path file : round) {
      SourceText text = lookup.text(file);
      if (text != null) {
        roots.add(text);
      }
    }
    Map<Path, Attempt> results = new LinkedHashMap<>();
    if (!roots.isEmpty()) {
      compiler
          .compile(roots, lookup)
          .forEach(
              (text, result) -> {
                Path file = paths.get(text);
                if (file != null) {
                  results.put(file, new Attempt(text.text(), result));
                }
              });
    }
    return results;
  }

  /** What is compiled in a round is found by its source, all else by its class files if it can. */
  private final class Lookup implements SourceCompiler.Sources {
    private final Set<Path> round;
    private final Map<SourceText, Path> paths;
    private final Map<Path, SourceText> texts = new HashMap<>();

    Lookup(Set<Path> round, Map<SourceText, Path> paths) {
      this.round = round;
      this.paths = paths;
    }

    @Nullable SourceText text(Path file) {
      String text = tree.text(file);
      if (text == null) {
        return null;
      }
      return texts.computeIfAbsent(
          file,
          f -> {
            SourceText source =
                new SourceText(
                    f.toString(), tree.header(f, text).packageName(), simpleName(f), text);
            paths.put(source, f);
            return source;
          });
    }

    @Override
    public byte @Nullable [] classFile(String name) {
      Path file = owners.get(name);
      CompiledSource good = file == null || round.contains(file) ? null : lastGood(file);
      return good == null ? null : good.classes().get(name);
    }

    @Override
    public @Nullable SourceText source(String name) {
      if (name.indexOf('$') >= 0) {
        return null;
      }
      Path file = tree.find(name);
      return file == null ? null : text(file);
    }

    @Override
    public boolean isPackage(String name) {
      return tree.isPackage(name);
    }
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
        (file, known) -> {
          Set<Path> used = new HashSet<>();
          if (known.good() != null) {
            known.good().references().stream()
                .map(owners::get)
                .filter(path -> path != null)
                .forEach(used::add);
          }
          byFile.put(file, used);
        });
    return new FileGraph<>(byFile);
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

  /** Tells whether a file has last good classes. */
  boolean hasClasses(Path file) {
    return lastGood(file) != null;
  }
}
