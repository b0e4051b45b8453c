package dev.colight.java.kernel;

import dev.colight.worker.wire.ToWorker.Limits;
import java.nio.file.Path;
import java.util.List;

/**
 * Says how workers are started.
 *
 * @param javaHome the JDK or JRE that runs them
 * @param javaOptions the user's options for the JVM; they come after ours, so that they win
 * @param classPath the user's class path
 * @param state of what is on the class path: a worker that knows another state is of no more use
 * @param limits bounds of what a run sends
 */
public record WorkerOptions(
    Path javaHome, List<String> javaOptions, List<Path> classPath, String state, Limits limits) {
  /** Returns options with a class path that stays as it is. */
  public WorkerOptions(
      Path javaHome, List<String> javaOptions, List<Path> classPath, Limits limits) {
    this(javaHome, javaOptions, classPath, "", limits);
  }

  /** Returns what suits a document that needs nothing: this JVM's JDK, no options, no jars. */
  public static WorkerOptions standard() {
    return new WorkerOptions(
        Path.of(System.getProperty("java.home")), List.of(), List.of(), Limits.DEFAULT);
  }
}
