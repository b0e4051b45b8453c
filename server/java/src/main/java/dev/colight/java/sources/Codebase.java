package dev.colight.java.sources;

import dev.colight.cache.Digest;
import dev.colight.java.compile.CompiledSource;
import dev.colight.java.compile.SourceClasses;
import dev.colight.java.compile.SourceCompiler;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private final KnownSources sources = new KnownSources();
  private SourceClasses classes = SourceClasses.NONE;

  Codebase(SourceTree tree, SourceCompiler compiler) {
    this.tree = tree;
    this.compiler = compiler;
    this.newFiles = new NewFiles(tree);
  }

  SourceClasses classes() {
    return classes;
  }

  /** Returns the files that have been asked for, and what came of each. */
  KnownSources sources() {
    return sources;
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
    Set<Path> dirty = new TreeSet<>();
    Set<String> changed = new HashSet<>();
    boolean gone = false;
    for (Path file : sources.files()) {
      KnownSource known = sources.get(file);
      String text = tree.text(file);
      if (text == null) {
        changed.addAll(sources.remove(file));
        gone = true;
      } else if (known != null && !known.text().equals(text)) {
        dirty.add(file);
      }
    }
    for (Path file : wanted) {
      boolean isNew = !sources.has(file);
      gone |= isNew;
      if (isNew && tree.text(file) != null) {
        dirty.add(file);
      }
    }
    dirty.addAll(sources.using(changed));
    if (!dirty.isEmpty() || gone) {
      // What did not compile may do so now, and a new file may be what it lacked.
      dirty.addAll(sources.failed());
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
      newFiles.note(sources.packagesSeen());
      classes = SourceClasses.of(sources.good(), classes);
    }
    return any;
  }

  /** Returns the files whose types are found elsewhere now: in a root that comes before theirs. */
  private Set<Path> shadowed() {
    Set<Path> dirty = new HashSet<>();
    for (Path file : sources.files()) {
      CompiledSource good = sources.lastGood(file);
      if (good == null) {
        continue;
      }
      for (String type : good.topLevel()) {
        Path now = tree.find(type);
        if (now != null && !now.equals(file)) {
          dirty.add(now);
          dirty.addAll(sources.using(sources.remove(file)));
          dirty.remove(file);
          break;
        }
      }
    }
    return dirty;
  }

  /** Returns the files that may mean, by a simple name, a type that is new in what they see. */
  private Set<Path> meaningNew() {
    return sources.using(newFiles.typesIn(sources.packagesSeen(), sources::has));
  }

  /**
   * Returns the files that others may look up classes of by name, and that are not known yet. Most
   * strings that look like names are none, so no file is read that is not named after its type.
   */
  private Set<Path> lookedUp() {
    Set<Path> found = new HashSet<>();
    for (String name : sources.lookedUp()) {
      Path file = tree.file(CompiledSource.outermost(name));
      if (file != null && !sources.has(file)) {
        found.add(file);
      }
    }
    return found;
  }

  /** Compiles files; returns those that are to be compiled again for what has changed by that. */
  private Set<Path> compile(Set<Path> dirty) {
    Map<Path, CompileRound.Attempt> results = CompileRound.run(dirty, tree, sources, compiler);
    Set<String> changed = new HashSet<>();
    results.forEach((file, attempt) -> changed.addAll(take(file, attempt)));
    Set<Path> next = new HashSet<>();
    if (!changed.isEmpty()) {
      next.addAll(sources.using(changed));
      next.addAll(sources.failed());
      next.removeAll(results.keySet());
    }
    return next;
  }

  /** Notes a result; returns the top-level types whose outside is another by that. */
  private Set<String> take(Path file, CompileRound.Attempt attempt) {
    SourceCompiler.Result result = attempt.result();
    boolean failed = result.compiled() == null;
    boolean kept = failed && sources.hasCompiled(file);
    CompiledSource before = sources.lastGood(file);
    CompiledSource now = kept ? before : failed ? result.partly() : result.compiled();
    Set<String> packages = newFiles.packagesSeenBy(file, attempt.text());
    sources.put(
        file,
        new KnownSource(attempt.text(), now, kept || !failed, result.problems(), failed, packages));
    Set<String> changed = new HashSet<>();
    if (!Objects.equals(shape(before), shape(now))) {
      Stream.of(before, now)
          .filter(Objects::nonNull)
          .forEach(one -> changed.addAll(one.topLevel()));
    }
    return changed;
  }

  private static @Nullable Digest shape(@Nullable CompiledSource source) {
    return source == null ? null : source.shape();
  }
}
