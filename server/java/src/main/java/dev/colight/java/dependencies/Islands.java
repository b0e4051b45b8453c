package dev.colight.java.dependencies;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;

/**
 * Groups artifacts that know of each other, directly or not. What one library finds by looking for
 * it (a service, a plug-in) is a library that was made for it, and so depends on it: the code of a
 * group does not depend on what is outside of it.
 */
final class Islands {
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Predicate<Artifact> outside;

  /**
   * Creates groups of nothing.
   *
   * @param outside tells of which artifacts each class says itself what it knows of
   */
  Islands(Predicate<Artifact> outside) {
    this.outside = outside;
  }

  /** Joins what a tree of dependencies says; the root itself stands for the document. */
  void add(DependencyNode root) {
    for (DependencyNode child : root.getChildren()) {
      join(child);
    }
  }

  private void join(DependencyNode node) {
    String own = id(node.getArtifact());
    find(own);
    boolean joins = !outside.test(node.getArtifact());
    for (DependencyNode child : node.getChildren()) {
      if (joins && !outside.test(child.getArtifact())) {
        parents.put(find(own), find(id(child.getArtifact())));
      }
      join(child);
    }
  }

  /** Returns the number of an artifact's group. */
  int of(Artifact artifact) {
    return numbers.computeIfAbsent(find(id(artifact)), root -> numbers.size());
  }

  private String find(String id) {
    String parent = parents.computeIfAbsent(id, self -> self);
    while (!parent.equals(id)) {
      id = parent;
      parent = parents.getOrDefault(id, id);
    }
    return parent;
  }

  private static String id(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId();
  }
}
