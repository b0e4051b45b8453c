package dev.colight.java.project;

import dev.colight.graph.FileProblem;
import dev.colight.graph.Problem;
import dev.colight.java.dependencies.Library;
import dev.colight.java.dependencies.MavenPlaces;
import dev.colight.java.dependencies.ProjectCache;
import dev.colight.java.dependencies.ProjectModel;
import dev.colight.java.dependencies.Watch;
import dev.colight.text.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what documents see that lie in Gradle projects: asks Gradle itself, by the wrapper that
 * the project has. What it answered counts until one of the files that describe the build changes.
 */
public final class GradleProjects {
  private static final List<String> BUILD_FILES = List.of("build.gradle", "build.gradle.kts");

  /** Files of a folder that may change what Gradle answers. */
  private static final List<String> DESCRIPTIONS =
      List.of(
          "build.gradle",
          "build.gradle.kts",
          "settings.gradle",
          "settings.gradle.kts",
          "gradle.properties",
          "gradle/libs.versions.toml",
          "gradle/wrapper/gradle-wrapper.properties");

  private final ProjectCache cache;

  /** Creates a finder; nothing runs before somebody asks. */
  public GradleProjects(MavenPlaces places) {
    cache = new ProjectCache(places);
  }

  /** Returns the file that describes the project in a folder, or null where there is none. */
  static @Nullable Path buildFile(Path folder) {
    return BUILD_FILES.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  /** Reads a project; takes its time, and runs the code of its build. */
  ProjectModel.Outcome read(Path buildFile, Path document, Watch watch) {
    ProjectModel known = cache.find(buildFile, document);
    if (known != null) {
      return new ProjectModel.Outcome.Found(known);
    }
    Path folder = buildFile.getParent();
    Path root = folder == null ? null : wrapperFolder(folder);
    if (folder == null || root == null) {
      return failed(
          buildFile,
          Set.of(buildFile),
          "there is no wrapper (gradlew) to ask Gradle by; the setting colight.classpath may say"
              + " what is on the class path");
    }
    Set<Path> files = descriptions(folder, root);
    Instant begun = Instant.now();
    watch.progress("asking Gradle what is on the class path of " + folder.getFileName());
    try {
      GradleAnswer answer = new GradleRun(root, folder).ask(watch);
      if (answer.failure() != null) {
        return failed(buildFile, files, answer.failure());
      }
      ProjectModel model = model(folder, document, files, answer);
      if (!watch.cancelled()) {
        cache.put(buildFile, document, model, begun);
      }
      return new ProjectModel.Outcome.Found(model);
    } catch (IOException e) {
      return failed(buildFile, files, "Gradle cannot be run: " + e.getMessage());
    }
  }

  private static ProjectModel model(
      Path folder, Path document, Set<Path> files, GradleAnswer answer) throws IOException {
    Path classes = folder.resolve("build").resolve("classes").resolve("java");
    ProjectModel.Module module =
        new ProjectModel.Module(
            String.valueOf(folder.getFileName()),
            folder,
            answer.paths("source"),
            answer.paths("testSource"),
            answer.paths("output").stream().findFirst().orElse(classes.resolve("main")),
            answer.paths("testOutput").stream().findFirst().orElse(classes.resolve("test")));
    Set<Path> outputs = new LinkedHashSet<>();
    Set<Path> resources = new LinkedHashSet<>();
    Set<Path> paths = new LinkedHashSet<>();
    if (module.isTest(document)) {
      outputs.addAll(answer.paths("testOutput"));
      resources.addAll(answer.paths("testResource"));
      paths.addAll(answer.paths("testLibrary"));
    }
    outputs.addAll(answer.paths("output"));
    resources.addAll(answer.paths("resource"));
    paths.addAll(answer.paths("library"));
    List<Library> classPath = new ArrayList<>();
    outputs.forEach(output -> classPath.add(Library.folder(output)));
    // After what a build has made of them, which may be something else.
    resources.forEach(resource -> classPath.add(Library.folder(resource)));
    for (Path path : paths) {
      if (outputs.contains(path)) {
        continue;
      }
      if (Files.isRegularFile(path)) {
        // Nothing says which of these know of each other.
        classPath.add(Library.of(path, 0));
      } else if (!path.toString().endsWith(".jar")) {
        classPath.add(Library.folder(path));
      }
    }
    return new ProjectModel(module.name(), classPath, List.of(module), files, 0, List.of());
  }

  /** Returns the nearest folder that has a wrapper, at or above a project. */
  private static @Nullable Path wrapperFolder(Path folder) {
    for (Path above = folder; above != null; above = above.getParent()) {
      if (Files.isRegularFile(above.resolve(GradleRun.wrapper()))) {
        return above;
      }
    }
    return null;
  }

  private static Set<Path> descriptions(Path folder, Path root) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
      for (String name : DESCRIPTIONS) {
        files.add(at.resolve(name));
      }
    }
    return files;
  }

  private static ProjectModel.Outcome failed(Path buildFile, Set<Path> files, String message) {
    Path folder = buildFile.getParent();
    String project = folder == null ? "" : folder.getFileName() + "/";
    return new ProjectModel.Outcome.Failed(
        project + buildFile.getFileName() + ": " + message,
        files,
        List.of(
            new FileProblem(
                buildFile.toUri().toString(),
                Range.of(0, 0, 0, 1),
                Problem.Severity.ERROR,
                message)));
  }
}
