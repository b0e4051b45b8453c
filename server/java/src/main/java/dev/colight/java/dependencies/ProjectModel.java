package dev.colight.java.dependencies;

import dev.colight.graph.FileProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a build says of the project that a document lies in.
 *
 * @param name for people
 * @param classPath what the document's code sees, in order: folders of classes, which have no
 *     content here as that may change at any time, and jars
 * @param modules those of the same build whose classes are on the class path, the document's first
 * @param files what all this was read from: it may be another where one of them is
 * @param release the version of Java that the classes are made for, or 0 where nothing says so
 * @param problems what is not as it should be all the same
 */
public record ProjectModel(
    String name,
    List<Library> classPath,
    List<Module> modules,
    Set<Path> files,
    int release,
    List<FileProblem> problems) {
  /** Copies the collections. */
  public ProjectModel {
    classPath = List.copyOf(classPath);
    modules = List.copyOf(modules);
    files = Set.copyOf(files);
    problems = List.copyOf(problems);
  }

  /**
   * A module of a build. None of its folders need exist.
   *
   * @param sources folders with the sources of its classes
   * @param testSources folders with those of its tests
   * @param output where its classes are compiled to
   * @param testOutput where those of its tests are
   */
  public record Module(
      String name,
      Path folder,
      List<Path> sources,
      List<Path> testSources,
      Path output,
      Path testOutput) {
    /** Copies the lists. */
    public Module {
      sources = List.copyOf(sources);
      testSources = List.copyOf(testSources);
    }

    /** Tells whether a file is one of its tests, or lies among them. */
    public boolean isTest(Path file) {
      return testSources.stream().anyMatch(file::startsWith);
    }
  }

  /** What became of reading a build. */
  public sealed interface Outcome {
    /** All of it is known. */
    record Found(ProjectModel model) implements Outcome {}

    /**
     * It cannot be read, or what it needs cannot be had.
     *
     * @param reason in short, for those whose code needs it
     * @param files what was read: it may be different where one of them is another
     * @param problems with their places
     */
    record Failed(String reason, Set<Path> files, List<FileProblem> problems) implements Outcome {
      /** Copies the collections. */
      public Failed {
        files = Set.copyOf(files);
        problems = List.copyOf(problems);
      }
    }
  }
}
