package dev.colight.java.project;

import dev.colight.java.dependencies.Watch;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the wrapper of a Gradle build once, to ask one of its projects for its class path. */
final class GradleRun {
  private static final boolean WINDOWS = File.separatorChar == '\\';

  /** The first time, the wrapper fetches Gradle itself, and that all libraries. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final int LOOK_MILLIS = 100;
  private static final Pattern REASON =
      Pattern.compile(
          "\\* What went wrong:\\s*\\R(?<reason>.+?)(?:\\R\\s*\\R|\\R\\* |\\z)", Pattern.DOTALL);

  private static final Pattern THROWN =
      Pattern.compile("(?m)^Exception in thread \"[^\"]*\" (?<why>.*)$");

  /** What ends the trace of the wrapper, which has no other words for what went wrong. */
  private static final String WRAPPER_FRAME = "at org.gradle.wrapper.GradleWrapperMain.main";

  private static final String INSTEAD =
      "until it can, the setting colight.classpath says what documents see";

  private final Path root;
  private final Path project;

  /**
   * Prepares a run.
   *
   * @param root the folder of the wrapper
   * @param project the folder of the project
   */
  GradleRun(Path root, Path project) {
    this.root = root;
    this.project = project;
  }

  /** Returns the name of the wrapper's script on this system. */
  static String wrapper() {
    return WINDOWS ? "gradlew.bat" : "gradlew";
  }

  /** Asks, and waits for the answer, as long as somebody wants it. */
  GradleAnswer ask(Watch watch) throws IOException {
    Path folder = Files.createTempDirectory("colight-gradle");
    Path script = folder.resolve("classpath.gradle");
    Path output = folder.resolve("output.txt");
    try {
      try (InputStream in =
          Objects.requireNonNull(GradleRun.class.getResourceAsStream("classpath.gradle"))) {
        Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
      }
      // Output goes to a file: nobody has to read it for the build to go on.
      Process process =
          new ProcessBuilder(command(script))
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      String ended = await(process, watch);
      if (ended != null) {
        return GradleAnswer.failed(ended);
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      return process.exitValue() == 0
          ? GradleAnswer.of(text.lines().toList())
          : GradleAnswer.failed(reason(text));
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(output);
      Files.deleteIfExists(folder);
    }
  }

  private List<String> command(Path script) {
    List<String> command = new ArrayList<>();
    Path wrapper = root.resolve(wrapper());
    if (!WINDOWS) {
      command.add("sh"); // the wrapper need not be executable, as after unpacking a zip
    }
    command.add(wrapper.toString());
    command.addAll(
        List.of(
            "--quiet",
            "--console=plain",
            "--init-script",
            script.toString(),
            "--project-dir",
            project.toString(),
            "colightClassPath"));
    return command;
  }

  /** Waits for the end of the process, and brings it about where nobody wants it any more. */
  private static @Nullable String await(Process process, Watch watch) {
    long end = System.nanoTime() + LIMIT.toNanos();
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (watch.cancelled() || System.nanoTime() > end) {
          kill(process);
          return watch.cancelled()
              ? "it was cancelled"
              : "Gradle took longer than " + LIMIT.toMinutes() + " minutes";
        }
      }
      return null;
    } catch (InterruptedException e) {
      kill(process);
      Thread.currentThread().interrupt();
      return "it was cancelled";
    }
  }

  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Returns what Gradle says went wrong, in one line. */
  private static String reason(String output) {
    Matcher thrown = THROWN.matcher(output);
    if (output.contains(WRAPPER_FRAME) && thrown.find()) {
      return "Gradle's wrapper could not fetch Gradle (" + thrown.group("why") + "): " + INSTEAD;
    }
    Matcher matcher = REASON.matcher(output);
    String text = matcher.find() ? matcher.group("reason") : output;
    String line = text.strip().replaceAll("\\s*\\R\\s*>?\\s*", ": ");
    return "Gradle failed: " + (line.isEmpty() ? "it did not say why" : line);
  }
}
