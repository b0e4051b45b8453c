package dev.colight.java.dependencies;

import dev.colight.graph.FileProblem;
import dev.colight.graph.Problem;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with the description of a project, at its place. */
final class ModelProblems {
  private ModelProblems() {}

  /**
   * Returns why a model cannot be made.
   *
   * @param pom the project that led there
   */
  static List<FileProblem> of(Path pom, ModelBuildingException failure) {
    return failure.getProblems().stream()
        .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
        .map(problem -> of(pom, problem))
        .distinct()
        .toList();
  }

  private static FileProblem of(Path pom, ModelProblem problem) {
    Path file = pom;
    try {
      Path source = Path.of(problem.getSource());
      file = source.isAbsolute() ? source : pom;
    } catch (RuntimeException e) {
      // not of a file of this machine: told at the project that led there
    }
    int line = Math.max(1, problem.getLineNumber());
    int column = Math.max(1, problem.getColumnNumber());
    return new FileProblem(
        file.toUri().toString(),
        Range.of(line - 1, column - 1, line - 1, column),
        Problem.Severity.ERROR,
        problem.getMessage());
  }

  /**
   * Returns what is wrong at a place, or at the head of a project where that is in none of its
   * files.
   */
  static FileProblem at(@Nullable InputLocation place, Path pom, Set<Path> files, String message) {
    int line = place == null ? 0 : Math.max(0, place.getLineNumber() - 1);
    int column = place == null ? 0 : Math.max(0, place.getColumnNumber() - 1);
    String file =
        place == null || place.getSource() == null || place.getSource().getLocation() == null
            ? pom.toString()
            : place.getSource().getLocation();
    Path where = Path.of(file);
    boolean local = where.isAbsolute() && files.contains(where);
    Range range = local ? Range.of(line, 0, line, column + 1) : Range.of(0, 0, 0, 1);
    return new FileProblem(
        (local ? where : pom).toUri().toString(), range, Problem.Severity.ERROR, message);
  }
}
