package dev.colight.java.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the script that is put into a Gradle build printed.
 *
 * @param byKind paths by what they are, in order
 * @param failure why there is no answer, or null
 */
record GradleAnswer(Map<String, List<Path>> byKind, @Nullable String failure) {
  /** Comes before each line of the answer, amid what the build itself prints. */
  private static final String MARK = "colight\t";

  static GradleAnswer failed(String why) {
    return new GradleAnswer(Map.of(), why);
  }

  /** Reads what a build printed. */
  static GradleAnswer of(List<String> lines) {
    Map<String, List<Path>> byKind = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.startsWith(MARK) ? line.split("\t", -1) : new String[0];
      if (parts.length == 3) {
        byKind.computeIfAbsent(parts[1], k -> new ArrayList<>()).add(Path.of(parts[2]));
      }
    }
    return byKind.isEmpty()
        ? failed("Gradle did not tell of a Java project in this folder")
        : new GradleAnswer(byKind, null);
  }

  List<Path> paths(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
