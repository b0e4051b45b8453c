package dev.colight.java.dependencies;

import dev.colight.graph.FileProblem;
import dev.colight.graph.Problem;
import dev.colight.text.Range;
import eu.maveniverse.maven.mima.context.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.jspecify.annotations.Nullable;

/** Finds out what documents see that lie in Maven projects, by the projects' own models. */
public final class MavenProjects {
  private final ProjectCache cache;
  private final MavenContexts contexts;

  /** Creates a finder; nothing is read or fetched before somebody asks. */
  public MavenProjects(MavenPlaces places) {
    cache = new ProjectCache(places);
    contexts = new MavenContexts(places);
  }

  /**
   * Reads a project. Takes its time, and returns early where nobody wants the result any more: then
   * it means nothing.
   *
   * @param pom the file that describes it
   * @param document a file of it; one among the tests sees what they see
   */
  public ProjectModel.Outcome read(Path pom, Path document, Watch watch) {
    ProjectModel known = cache.find(pom, document);
    if (known != null) {
      return new ProjectModel.Outcome.Found(known);
    }
    Instant begun = Instant.now();
    try (Context context = contexts.open(watch)) {
      Settings settings = MavenContexts.settings(context);
      ProjectModel.Outcome outcome = null;
      if (!settings.isOffline()) {
        outcome = new Attempt(context, settings, pom, document, true).run();
      }
      if (!(outcome instanceof ProjectModel.Outcome.Found) && !watch.cancelled()) {
        watch.progress("looking for the libraries of " + pom);
        outcome = new Attempt(context, settings, pom, document, settings.isOffline()).run();
      }
      if (outcome instanceof ProjectModel.Outcome.Found found && !watch.cancelled()) {
        cache.put(pom, document, found.model(), begun);
      }
      return outcome == null ? failed(pom, Set.of(pom), "it was cancelled", null) : outcome;
    }
  }

  /** One try, with the network or without. */
  private record Attempt(
      Context context, Settings settings, Path pom, Path document, boolean offline) {
    ProjectModel.Outcome run() {
      DefaultRepositorySystemSession session =
          new DefaultRepositorySystemSession(context.repositorySystemSession());
      session.setOffline(offline);
      // What could not be had without the network must not count as missing with it.
      session.setCache(new DefaultRepositoryCache());
      if (offline && !settings.isOffline()) {
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
      }
      Reactor reactor = Reactor.of(pom);
      session.setWorkspaceReader(reactor);
      PomReader reader = new PomReader(context, session, settings, reactor.root());
      reader.files().addAll(reactor.poms());
      reactor.readBy(reader);
      ModuleClassPath classPath = new ModuleClassPath(context, session, reactor, reader);
      try {
        return new ProjectModel.Outcome.Found(classPath.of(pom, document));
      } catch (ModelBuildingException e) {
        return failed(reader.files(), e);
      } catch (RepositoryException e) {
        Artifact missing = Failures.artifact(e);
        String what =
            missing == null
                ? "what " + pom.getFileName() + " asks for"
                : missing.getGroupId() + ":" + missing.getArtifactId() + ":" + missing.getVersion();
        String message = new Failures(classPath.repositories()).message(e, what);
        return MavenProjects.failed(pom, reader.files(), message, classPath.place(missing));
      } catch (IOException e) {
        return MavenProjects.failed(
            pom, reader.files(), "a jar cannot be read: " + e.getMessage(), null);
      }
    }

    private ProjectModel.Outcome failed(Set<Path> files, ModelBuildingException failure) {
      List<FileProblem> problems =
          failure.getProblems().stream()
              .filter(p -> p.getSeverity() != ModelProblem.Severity.WARNING)
              .map(this::problem)
              .distinct()
              .toList();
      String first =
          problems.isEmpty() ? String.valueOf(failure.getMessage()) : problems.get(0).message();
      return new ProjectModel.Outcome.Failed(reason(pom, first), files, problems);
    }

    private FileProblem problem(ModelProblem problem) {
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
  }

  private static ProjectModel.Outcome failed(
      Path pom, Set<Path> files, String message, @Nullable InputLocation place) {
    int line = place == null ? 0 : Math.max(0, place.getLineNumber() - 1);
    int column = place == null ? 0 : Math.max(0, place.getColumnNumber() - 1);
    String file =
        place == null || place.getSource() == null || place.getSource().getLocation() == null
            ? pom.toString()
            : place.getSource().getLocation();
    Path where = Path.of(file);
    boolean local = where.isAbsolute() && files.contains(where);
    Range range = local ? Range.of(line, 0, line, column + 1) : Range.of(0, 0, 0, 1);
    return new ProjectModel.Outcome.Failed(
        reason(pom, message),
        files,
        List.of(
            new FileProblem(
                (local ? where : pom).toUri().toString(), range, Problem.Severity.ERROR, message)));
  }

  private static String reason(Path pom, String message) {
    Path folder = pom.getParent();
    Path name = folder == null ? null : folder.getFileName();
    String project = name == null ? "" : name + "/";
    return project + pom.getFileName() + ": " + message;
  }
}
