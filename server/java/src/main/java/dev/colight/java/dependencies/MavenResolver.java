package dev.colight.java.dependencies;

import dev.colight.graph.DirectiveProblem;
import dev.colight.java.directives.Coordinate;
import dev.colight.java.directives.Repository;
import dev.colight.java.directives.Requirements;
import dev.colight.java.directives.Requirements.Wanted;
import eu.maveniverse.maven.mima.context.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.version.Version;

/**
 * Resolves as JBang does, by Maven's rules: the user's settings count, and what Maven has
 * downloaded is used. Where all is on this machine and no version is left open, nobody else is
 * asked.
 */
final class MavenResolver {
  private final MavenContexts contexts;

  MavenResolver(MavenPlaces places) {
    contexts = new MavenContexts(places);
  }

  Resolved resolve(Requirements requirements, Watch watch) {
    try (Context context = context(requirements, watch)) {
      boolean fixed = requirements.dependencies().stream().allMatch(MavenResolver::isFixed);
      if (fixed) {
        Attempt offline = new Attempt(context, requirements, watch, true);
        Resolved found = offline.run();
        if (found instanceof Resolved.Found || watch.cancelled()) {
          return found;
        }
      }
      watch.progress("looking for " + first(requirements));
      return new Attempt(context, requirements, watch, false).run();
    }
  }

  private static String first(Requirements requirements) {
    List<Wanted> all = requirements.dependencies();
    return all.get(0).coordinate() + (all.size() == 1 ? "" : " and " + (all.size() - 1) + " more");
  }

  private Context context(Requirements requirements, Watch watch) {
    List<Repository> repositories = requirements.repositories();
    return contexts.open(
        repositories.isEmpty() ? List.of(Repository.CENTRAL) : repositories, watch);
  }

  /** Tells whether a dependency leaves nothing open; where it has no version, a BOM fixes it. */
  private static boolean isFixed(Wanted wanted) {
    return wanted.coordinate().isFixed() || wanted.coordinate().version().isEmpty();
  }

  /** One try, with the network or without. */
  private static final class Attempt {
    private final Context context;
    private final Requirements requirements;
    private final Watch watch;
    private final DefaultRepositorySystemSession session;
    private final boolean trial;
    private final Failures failures;
    private final List<DirectiveProblem> problems = new ArrayList<>();

    Attempt(Context context, Requirements requirements, Watch watch, boolean offline) {
      this.context = context;
      this.requirements = requirements;
      this.watch = watch;
      this.session = new DefaultRepositorySystemSession(context.repositorySystemSession());
      boolean always = MavenContexts.settings(context).isOffline();
      this.trial = offline && !always;
      this.session.setOffline(offline || always);
      // What could not be had without the network must not count as missing with it.
      this.session.setCache(new DefaultRepositoryCache());
      this.failures = new Failures(context.remoteRepositories());
    }

    Resolved run() {
      Map<Wanted, List<Dependency>> managed = new LinkedHashMap<>();
      for (Wanted wanted : requirements.dependencies()) {
        if (watch.cancelled()) {
          return failed();
        }
        try {
          managed.put(wanted, managed(wanted.coordinate()));
        } catch (RepositoryException e) {
          fail(wanted, e);
        }
      }
      List<Dependency> byBoms = new ArrayList<>();
      List<Dependency> byOthers = new ArrayList<>();
      managed.forEach((w, all) -> (w.coordinate().isBom() ? byBoms : byOthers).addAll(all));
      Map<Wanted, Dependency> wanted = new LinkedHashMap<>();
      for (Wanted one : requirements.dependencies()) {
        if (!one.coordinate().isBom()) {
          wanted.put(one, versioned(one, byBoms));
        }
      }
      if (!problems.isEmpty()) {
        return failed();
      }
      byBoms.addAll(byOthers);
      CollectRequest request =
          new CollectRequest()
              .setManagedDependencies(byBoms)
              .setDependencies(List.copyOf(wanted.values()))
              .setRepositories(context.remoteRepositories());
      try {
        return new Resolved.Found(libraries(request));
      } catch (RepositoryException e) {
        fail(culprit(wanted, request, e), e);
        return failed();
      } catch (IOException e) {
        problem(requirements.dependencies().get(0), "a jar cannot be read: " + e.getMessage());
        return failed();
      }
    }

    private List<Library> libraries(CollectRequest request)
        throws RepositoryException, IOException {
      Islands islands = new Islands(artifact -> false);
      islands.add(tree(request));
      List<Library> libraries = new ArrayList<>();
      for (ArtifactResult result :
          context
              .repositorySystem()
              .resolveDependencies(session, new DependencyRequest(request, null))
              .getArtifactResults()) {
        Artifact artifact = result.getArtifact();
        if (!artifact.getExtension().equals("pom")) {
          libraries.add(Library.of(artifact.getFile().toPath(), islands.of(artifact)));
        }
      }
      return libraries;
    }

    /** Returns the tree of dependencies with those that gave way to others of another version. */
    private DependencyNode tree(CollectRequest request) throws RepositoryException {
      DefaultRepositorySystemSession verbose = new DefaultRepositorySystemSession(session);
      verbose.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
      return context.repositorySystem().collectDependencies(verbose, request).getRoot();
    }

    /** Returns the versions that an artifact's own model, which must be there, wants others in. */
    private List<Dependency> managed(Coordinate coordinate) throws RepositoryException {
      if (coordinate.version().isEmpty()) {
        return List.of();
      }
      Artifact artifact = artifact(coordinate);
      List<Version> versions = versions(session, artifact);
      if (versions.isEmpty()) {
        throw new NoVersionException("no version of " + coordinate + " can be found");
      }
      DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
      strict.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
      String newest = versions.get(versions.size() - 1).toString();
      return context
          .repositorySystem()
          .readArtifactDescriptor(
              strict,
              new ArtifactDescriptorRequest(
                  artifact.setVersion(newest), context.remoteRepositories(), ""))
          .getManagedDependencies();
    }

    private List<Version> versions(RepositorySystemSession asking, Artifact artifact)
        throws RepositoryException {
      return context
          .repositorySystem()
          .resolveVersionRange(
              asking, new VersionRangeRequest(artifact, context.remoteRepositories(), ""))
          .getVersions();
    }

    /** Gives a dependency without a version the one that a BOM says. */
    private Dependency versioned(Wanted wanted, List<Dependency> byBoms) {
      Artifact artifact = artifact(wanted.coordinate());
      if (!artifact.getVersion().isEmpty()) {
        return new Dependency(artifact, JavaScopes.COMPILE);
      }
      for (Dependency managed : byBoms) {
        Artifact other = managed.getArtifact();
        if (other.getGroupId().equals(artifact.getGroupId())
            && other.getArtifactId().equals(artifact.getArtifactId())) {
          return new Dependency(artifact.setVersion(other.getVersion()), JavaScopes.COMPILE);
        }
      }
      problem(wanted, "no BOM says which version of `" + wanted.coordinate() + "` to take");
      return new Dependency(artifact, JavaScopes.COMPILE);
    }

    private Artifact artifact(Coordinate c) {
      ArtifactType type = session.getArtifactTypeRegistry().get(c.type());
      if (type == null) {
        return new DefaultArtifact(c.group(), c.artifact(), c.classifier(), c.type(), c.version());
      }
      String classifier = c.classifier().isEmpty() ? type.getClassifier() : c.classifier();
      return new DefaultArtifact(
          c.group(), c.artifact(), classifier, type.getExtension(), c.version(), type);
    }

    /** Returns the dependency that leads to what could not be had. */
    private Wanted culprit(
        Map<Wanted, Dependency> wanted, CollectRequest all, RepositoryException failure) {
      Artifact missing = Failures.artifact(failure);
      for (Map.Entry<Wanted, Dependency> one : wanted.entrySet()) {
        if (missing != null && sameId(one.getValue().getArtifact(), missing)) {
          return one.getKey();
        }
      }
      DefaultRepositorySystemSession offline = new DefaultRepositorySystemSession(session);
      offline.setOffline(true);
      for (Map.Entry<Wanted, Dependency> one : wanted.entrySet()) {
        CollectRequest alone =
            new CollectRequest()
                .setManagedDependencies(all.getManagedDependencies())
                .setDependencies(List.of(one.getValue()))
                .setRepositories(context.remoteRepositories());
        try {
          context
              .repositorySystem()
              .resolveDependencies(offline, new DependencyRequest(alone, null));
        } catch (RepositoryException e) {
          return one.getKey();
        }
      }
      return requirements.dependencies().get(0);
    }

    private static boolean sameId(Artifact a, Artifact b) {
      return a.getGroupId().equals(b.getGroupId()) && a.getArtifactId().equals(b.getArtifactId());
    }

    private void fail(Wanted wanted, RepositoryException failure) {
      if (trial) {
        problem(wanted, "not on this machine"); // which is not told: the network comes next
        return;
      }
      Coordinate coordinate = wanted.coordinate();
      Artifact missing = Failures.artifact(failure);
      boolean absent = failure instanceof NoVersionException || Failures.isAbsent(failure);
      if (missing != null && !sameId(missing, artifact(coordinate))) {
        String needed =
            missing.getGroupId() + ":" + missing.getArtifactId() + ":" + missing.getVersion();
        problem(wanted, failures.message(failure, needed) + "; " + coordinate + " needs it");
      } else if (absent) {
        problem(wanted, new Neighbours(this::anyVersion).message(coordinate, failures));
      } else {
        problem(wanted, failures.message(failure, coordinate.toString()));
      }
    }

    private List<Version> anyVersion(Coordinate c) {
      try {
        return versions(session, new DefaultArtifact(c.group(), c.artifact(), "", "jar", "[0,)"));
      } catch (RepositoryException e) {
        return List.of();
      }
    }

    private void problem(Wanted wanted, String message) {
      problems.add(DirectiveProblem.error(wanted.directive(), wanted.word(), message));
    }

    private Resolved failed() {
      return new Resolved.Failed(List.copyOf(problems));
    }
  }

  /** Tells that an open version fits none that there is. */
  private static final class NoVersionException extends RepositoryException {
    private static final long serialVersionUID = 1;

    NoVersionException(String message) {
      super(message);
    }
  }
}
