package dev.colight.java.dependencies;

import dev.colight.graph.FileProblem;
import eu.maveniverse.maven.mima.context.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
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
      if (!isWhole(outcome) && !watch.cancelled()) {
        watch.progress("looking for the libraries of " + pom);
        outcome = new Attempt(context, settings, pom, document, settings.isOffline()).run();
      }
      if (outcome instanceof ProjectModel.Outcome.Found found
          && isWhole(found)
          && !watch.cancelled()) {
        cache.put(pom, document, found.model(), begun);
      }
      return outcome == null
          ? failed(pom, Set.of(pom), ModelProblems.at(null, pom, Set.of(), "it was cancelled"))
          : outcome;
    }
  }

  /** Tells whether nothing is missing: the network may give what is, or somebody later on. */
  private static boolean isWhole(ProjectModel.@Nullable Outcome outcome) {
    return outcome instanceof ProjectModel.Outcome.Found found
        && found.model().problems().isEmpty();
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
        return MavenProjects.failed(pom, reader.files(), classPath.problem(pom, e));
      } catch (IOException e) {
        String message = "a jar cannot be read: " + e.getMessage();
        return MavenProjects.failed(
            pom, reader.files(), ModelProblems.at(null, pom, Set.of(), message));
      }
    }

    private ProjectModel.Outcome failed(Set<Path> files, ModelBuildingException failure) {
      List<FileProblem> problems = ModelProblems.of(pom, failure);
      String first =
          problems.isEmpty() ? String.valueOf(failure.getMessage()) : problems.get(0).message();
      return new ProjectModel.Outcome.Failed(reason(pom, first), files, problems);
    }
  }

  private static ProjectModel.Outcome failed(Path pom, Set<Path> files, FileProblem problem) {
    return new ProjectModel.Outcome.Failed(reason(pom, problem.message()), files, List.of(problem));
  }

  private static String reason(Path pom, String message) {
    Path folder = pom.getParent();
    Path name = folder == null ? null : folder.getFileName();
    String project = name == null ? "" : name + "/";
    return project + pom.getFileName() + ": " + message;
  }
}
