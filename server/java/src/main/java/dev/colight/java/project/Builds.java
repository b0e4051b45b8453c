package dev.colight.java.project;

import dev.colight.java.dependencies.MavenProjects;
import dev.colight.java.dependencies.ProjectModel;
import dev.colight.java.dependencies.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the build of the project that a document lies in. */
public final class Builds {
  private final MavenProjects maven;

  /** Creates a finder. */
  public Builds(MavenProjects maven) {
    this.maven = maven;
  }

  /** Tells whether a document lies in a project. A matter of a few looks at folders. */
  public static boolean isInProject(Path document) {
    return pom(document) != null;
  }

  /** Reads the build of a document's project, which may take its time; null where it is in none. */
  public ProjectModel.@Nullable Outcome read(Path document, Watch watch) {
    Path pom = pom(document);
    return pom == null ? null : maven.read(pom, document, watch);
  }

  /** Returns the nearest description of a project at or above a document. */
  private static @Nullable Path pom(Path document) {
    for (Path folder = document.getParent(); folder != null; folder = folder.getParent()) {
      Path pom = folder.resolve("pom.xml");
      if (Files.isRegularFile(pom)) {
        return pom;
      }
    }
    return null;
  }
}
