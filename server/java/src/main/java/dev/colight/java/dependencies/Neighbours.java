package dev.colight.java.dependencies;

import dev.colight.java.directives.Coordinate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Names the versions that there are, where somebody asks for one that there is not. */
final class Neighbours {
  private final Function<Coordinate, List<Version>> versions;

  /** Creates a helper; {@code versions} gives those that can be found, oldest first. */
  Neighbours(Function<Coordinate, List<Version>> versions) {
    this.versions = versions;
  }

  String message(Coordinate wanted, Failures failures) {
    List<Version> all = versions.apply(wanted);
    String library = wanted.group() + ":" + wanted.artifact();
    if (all.isEmpty()) {
      return failures.absent(library);
    }
    String what =
        (wanted.classifier().isEmpty() && wanted.type().equals("jar")) || !contains(all, wanted)
            ? "there is no version " + wanted.version() + " of " + library
            : "there is no " + wanted;
    return what + "; there is " + String.join(", ", near(all, wanted.version()));
  }

  private static boolean contains(List<Version> all, Coordinate wanted) {
    return all.stream().anyMatch(version -> version.toString().equals(wanted.version()));
  }

  /** Returns the next older, the next newer, and the newest version; of a range, the newest. */
  static Set<String> near(List<Version> all, String wanted) {
    Set<String> near = new LinkedHashSet<>();
    String newest = all.get(all.size() - 1).toString();
    if (wanted.startsWith("[") || wanted.startsWith("(")) {
      return Set.of(newest);
    }
    List<Version> older = new ArrayList<>();
    List<Version> newer = new ArrayList<>();
    try {
      Version version = new GenericVersionScheme().parseVersion(wanted);
      for (Version one : all) {
        (one.compareTo(version) <= 0 ? older : newer).add(one);
      }
    } catch (InvalidVersionSpecificationException e) {
      older.addAll(all);
    }
    if (!older.isEmpty()) {
      near.add(older.get(older.size() - 1).toString());
    }
    if (!newer.isEmpty()) {
      near.add(newer.get(0).toString());
    }
    near.add(newest);
    return near;
  }
}
