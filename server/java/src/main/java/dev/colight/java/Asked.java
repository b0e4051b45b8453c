package dev.colight.java;

import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.java.directives.Inclusions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that a document asks for: by its own directives, and by those of the sources that it takes
 * in.
 *
 * @param state lines that are others once something else is taken in, or asked for by a source
 */
record Asked(List<Directive> own, Inclusions included, Set<String> state) {
  /** Returns all directives: those of the document, then those of the sources. */
  List<Directive> all() {
    List<Directive> all = new ArrayList<>(own);
    included.sources().forEach(source -> all.addAll(source.directives()));
    return all;
  }

  /** Returns problems of any of these directives, at those of the document that led there. */
  List<DirectiveProblem> atOwn(List<DirectiveProblem> problems) {
    return problems.stream().map(this::atOwn).toList();
  }

  private DirectiveProblem atOwn(DirectiveProblem problem) {
    int index = problem.directive() - own.size();
    for (Inclusions.Source source : index < 0 ? List.<Inclusions.Source>of() : included.sources()) {
      if (index < source.directives().size()) {
        return new DirectiveProblem(
            source.cause().directive(),
            source.cause().word(),
            problem.severity(),
            source.file().getFileName() + ": " + problem.message());
      }
      index -= source.directives().size();
    }
    return problem;
  }

  /** Returns the files that are put on the class path. */
  Set<Path> resources() {
    Set<Path> files = new TreeSet<>();
    included.resources().forEach(resource -> files.add(resource.file()));
    return files;
  }
}
