package dev.colight.java.project;

import dev.colight.java.dependencies.MavenProjects;
import dev.colight.java.dependencies.ProjectModel;
import dev.colight.java.dependencies.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the build of the project that a document lies in. */
public final class Builds {
  private static final String POM = "pom.xml";

  private final MavenProjects maven;
  private final GradleProjects gradle;

  /** Creates a finder. */
  public Builds(MavenProjects maven, GradleProjects gradle) {
    this.maven = maven;
    this.gradle = gradle;
  }

  /** Tells whether a document lies in a project. A matter of a few looks at folders. */
  public static boolean isInProject(Path document) {
    return buildFile(document) != null;
  }

  /** Reads the build of a document's project, which may take its time; null where it is in none. */
  public ProjectModel.@Nullable Outcome read(Path document, Watch watch) {
    Path file = buildFile(document);
    if (file == null) {
      return null;
    }
    return file.endsWith(POM)
        ? maven.read(file, document, watch)
        : gradle.read(file, document, watch);
  }

  /** Returns the nearest description of a project at or above a document. */
  private static @Nullable Path buildFile(Path document) {
    for (Path folder = document.getParent(); folder != null; folder = folder.getParent()) {
      Path pom = folder.resolve(POM);
      if (Files.isRegularFile(pom)) {
        return pom;
      }
      Path gradle = GradleProjects.buildFile(folder);
      if (gradle != null) {
        return gradle;
      }
    }
    return null;
  }
}
