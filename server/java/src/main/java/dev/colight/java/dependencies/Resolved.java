package dev.colight.java.dependencies;

import dev.colight.graph.DirectiveProblem;
import java.util.List;

/** What became of a request for libraries. */
public sealed interface Resolved {
  /** All are there, in the order of the class path. */
  record Found(List<Library> libraries) implements Resolved {}

  /** Something is missing or wrong; at least one problem is an error. */
  record Failed(List<DirectiveProblem> problems) implements Resolved {}
}
