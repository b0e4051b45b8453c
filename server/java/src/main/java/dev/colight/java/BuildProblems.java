package dev.colight.java;

import dev.colight.execution.OtherFiles;
import dev.colight.graph.FileProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What is wrong with the files that describe builds, as far as documents lie in those. Safe for use
 * by several threads.
 */
final class BuildProblems {
  /** By who found them; guarded by this, as is what follows. */
  private final Map<Object, List<FileProblem>> found = new HashMap<>();

  private final Set<String> told = new HashSet<>();
  private BiConsumer<String, List<OtherFiles.FileProblem>> listener = (uri, problems) -> {};

  /** Says who hears of them: of each file all of it, each time that it changes. */
  synchronized void listen(BiConsumer<String, List<OtherFiles.FileProblem>> who) {
    listener = who;
  }

  /** Notes what somebody has found, in place of what it has found before. */
  synchronized void put(Object who, List<FileProblem> problems) {
    List<FileProblem> before =
        problems.isEmpty() ? found.remove(who) : found.put(who, List.copyOf(problems));
    if (!problems.equals(before == null ? List.of() : before)) {
      tell();
    }
  }

  private void tell() {
    Map<String, Set<OtherFiles.FileProblem>> byFile = new TreeMap<>();
    told.forEach(uri -> byFile.put(uri, new LinkedHashSet<>()));
    told.clear();
    for (List<FileProblem> problems : found.values()) {
      for (FileProblem problem : problems) {
        told.add(problem.uri());
        byFile
            .computeIfAbsent(problem.uri(), uri -> new LinkedHashSet<>())
            .add(
                new OtherFiles.FileProblem(problem.severity(), problem.message(), problem.range()));
      }
    }
    byFile.forEach((uri, problems) -> listener.accept(uri, new ArrayList<>(problems)));
  }
}
