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
 * @param limits bounds of what a run sends
 */
public record WorkerOptions(
    Path javaHome, List<String> javaOptions, List<Path> classPath, Limits limits) {
  /** Returns what suits a document that needs nothing: this JVM's JDK, no options, no jars. */
  public static WorkerOptions standard() {
    return new WorkerOptions(
        Path.of(System.getProperty("java.home")), List.of(), List.of(), Limits.DEFAULT);
  }
}
