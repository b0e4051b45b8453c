package dev.colight.java.sources;

import dev.colight.java.compile.GeneratedNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds files that are new in packages whose types some sources may mean by their simple names.
 * Used by one thread.
 */
final class NewFiles {
  private final SourceTree tree;

  /** By package: what was in it. */
  private final Map<String, Set<Path>> listed = new HashMap<>();

  NewFiles(SourceTree tree) {
    this.tree = tree;
  }

  /** Returns the packages, with slashes, whose types a source sees without importing each. */
  Set<String> packagesSeenBy(Path file, String text) {
    Set<String> packages = new HashSet<>();
    packages.add(tree.header(file, text).packageName());
    Mention.read(text.lines().toList()).stream()
        .map(Mention::of)
        .filter(Mention::all)
        .forEach(mention -> packages.add(mention.path().replace('.', '/')));
    return Set.copyOf(packages);
  }

  /** Looks at packages that were not looked at yet. */
  void note(Set<String> packages) {
    packages.forEach(
        name -> listed.computeIfAbsent(name, unused -> Set.copyOf(tree.filesOf(name))));
  }

  /**
   * Returns the types, with slashes, after which files are named that are new in some packages
   * since they were looked at.
   *
   * @param known tells of a file that is no matter
   */
  Set<String> typesIn(Set<String> packages, Predicate<Path> known) {
    listed.keySet().retainAll(packages);
    Set<String> found = new HashSet<>();
    for (String name : packages) {
      Set<Path> now = Set.copyOf(tree.filesOf(name));
      Set<Path> before = listed.put(name, now);
      if (before != null) {
        String in = name.isEmpty() ? GeneratedNames.PACKAGE : name;
        now.stream()
            .filter(file -> !before.contains(file) && !known.test(file))
            .forEach(file -> found.add(in + "/" + KnownSource.typeNamedAfter(file)));
      }
    }
    return found;
  }
}
