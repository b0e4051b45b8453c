package dev.colight.java.dependencies;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;

/** Finds the models that others inherit from or import, where they are in no folder nearby. */
final class PomResolver implements ModelResolver {
  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  PomResolver(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = new ArrayList<>(repositories);
  }

  /** Returns where a model is looked for: what its lineage named so far included. */
  List<RemoteRepository> repositories() {
    return List.copyOf(repositories);
  }

  @Override
  public FileModelSource resolveModel(String group, String artifact, String version)
      throws UnresolvableModelException {
    Artifact pom = new DefaultArtifact(group, artifact, "", "pom", version);
    try {
      return new FileModelSource(
          system
              .resolveArtifact(session, new ArtifactRequest(pom, repositories, ""))
              .getArtifact()
              .getFile());
    } catch (RepositoryException e) {
      throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
    }
  }

  @Override
  public FileModelSource resolveModel(Parent parent) throws UnresolvableModelException {
    parent.setVersion(fixed(parent.getGroupId(), parent.getArtifactId(), parent.getVersion()));
    return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
  }

  @Override
  public FileModelSource resolveModel(Dependency bom) throws UnresolvableModelException {
    bom.setVersion(fixed(bom.getGroupId(), bom.getArtifactId(), bom.getVersion()));
    return resolveModel(bom.getGroupId(), bom.getArtifactId(), bom.getVersion());
  }

  /** Returns a version, or of a range the newest. */
  private String fixed(String group, String artifact, String version)
      throws UnresolvableModelException {
    try {
      Artifact pom = new DefaultArtifact(group, artifact, "", "pom", version);
      var versions =
          system
              .resolveVersionRange(session, new VersionRangeRequest(pom, repositories, ""))
              .getVersions();
      if (versions.isEmpty()) {
        throw new UnresolvableModelException(
            "there is no version " + version, group, artifact, version);
      }
      return versions.get(versions.size() - 1).toString();
    } catch (RepositoryException e) {
      throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
    }
  }

  @Override
  public void addRepository(Repository repository) {
    addRepository(repository, false);
  }

  @Override
  public void addRepository(Repository repository, boolean replace) {
    if (replace) {
      repositories.removeIf(known -> known.getId().equals(repository.getId()));
    }
    // A mirror has another id: it stands for several, and is asked once.
    for (RemoteRepository named :
        system.newResolutionRepositories(
            session, List.of(ArtifactDescriptorUtils.toRemoteRepository(repository)))) {
      if (repositories.stream().noneMatch(known -> known.getId().equals(named.getId()))) {
        repositories.add(named);
      }
    }
  }

  @Override
  public ModelResolver newCopy() {
    return new PomResolver(system, session, repositories);
  }
}
