package dev.colight.java.assist;

import dev.colight.java.compile.SourceNames;
import dev.colight.java.compile.SourceSet;
import dev.colight.java.compile.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sources that several documents see, as one: a file is what the first of them takes it for.
 * For one question.
 */
final class JointSources {
  private final List<SourceSet> sets;

  /** By file that has been looked into: the set that it is of. */
  private final Map<Path, SourceSet> owners = new HashMap<>();

  JointSources(List<SourceSet> sets) {
    this.sets = List.copyOf(sets);
  }

  /** Returns all files, those that turn out to be no sources included. */
  Set<Path> files() {
    Set<Path> files = new TreeSet<>();
    sets.forEach(set -> files.addAll(set.files()));
    return files;
  }

  /** Returns the text of a file, or null where it is not there. */
  @Nullable String text(Path file) {
    return owners.getOrDefault(file, sets.get(0)).text(file);
  }

  /** Returns the source that a file has, or null where it has none. */
  @Nullable SourceText source(Path file) {
    for (SourceSet set : sets) {
      SourceText source = set.source(file);
      if (source != null) {
        owners.putIfAbsent(file, set);
        return source;
      }
    }
    return null;
  }

  /** Returns the file that declares something, as {@link SourceNames} names it, or null. */
  @Nullable Path declaring(String target) {
    return declaring(sets.get(0), target);
  }

  /** Returns the same of one set. */
  static @Nullable Path declaring(SourceSet set, String target) {
    SourceText source = set.source(SourceFiles.outermost(SharedSearch.owner(target)));
    return source == null ? null : set.file(source);
  }

  /** Returns these with other texts; what is not to be there any more has an empty one. */
  JointSources with(Map<Path, String> texts) {
    return new JointSources(sets.stream().map(set -> set.with(texts)).toList());
  }

  /**
   * Finds out what names mean.
   *
   * @param files of sources, as {@link #source} gives them
   * @param others sources that are in no file, and what they see
   * @param check ends the work where nobody waits for it
   */
  SourceNames names(
      Collection<Path> files, Map<SourceText, SourceSet> others, String word, Runnable check) {
    Map<SourceSet, List<SourceText>> bySet = new LinkedHashMap<>();
    for (Path file : files) {
      SourceText source = source(file);
      SourceSet set = owners.get(file);
      if (source != null && set != null) {
        bySet.computeIfAbsent(set, k -> new ArrayList<>()).add(source);
      }
    }
    others.forEach((source, set) -> bySet.computeIfAbsent(set, k -> new ArrayList<>()).add(source));
    List<SourceNames> all = new ArrayList<>();
    bySet.forEach((set, asked) -> all.add(SourceNames.of(asked, word, set.platform(), set, check)));
    return SourceNames.together(all);
  }
}
