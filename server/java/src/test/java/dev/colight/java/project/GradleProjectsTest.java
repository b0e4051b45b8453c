package dev.colight.java.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.dependencies.MavenPlaces;
import dev.colight.java.dependencies.ProjectModel;
import dev.colight.java.dependencies.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a stand-in for the wrapper: a script that is called as Gradle's is, counts its calls, and
 * prints what the script that is put into the build prints. Gradle itself is not here.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
class GradleProjectsTest {
  private Path root;
  private Path project;
  private Path buildFile;
  private GradleProjects projects;

  @BeforeEach
  void build(@TempDir Path temporary) throws IOException {
    root = temporary.toRealPath();
    project = Files.createDirectories(root.resolve("app"));
    buildFile = Files.writeString(project.resolve("build.gradle.kts"), "plugins { java }");
    Files.writeString(root.resolve("lib.jar"), "");
    Files.writeString(root.resolve("junit.jar"), "");
    projects = new GradleProjects(new MavenPlaces(null, null, root.resolve("cache")));
    wrapper(
        """
        say output $6/build/classes/java/main
        say library $6/build/classes/java/main
        say library ROOT/lib.jar
        say library ROOT/core/build/libs/core.jar
        say library ROOT/core/build/classes/java/main
        say source $6/src/main/java
        say testOutput $6/build/classes/java/test
        say testLibrary ROOT/junit.jar
        say testSource $6/src/test/java
        """);
  }

  /** Writes a wrapper that does something once it has checked how it is called. */
  private void wrapper(String body) throws IOException {
    Files.writeString(
        root.resolve("gradlew"),
        """
        echo call >> ROOT/calls
        say() { printf 'colight\\t%s\\t%s\\n' "$1" "$2"; }
        [ "$1 $2 $3 $5 $7" = "--quiet --console=plain --init-script --project-dir colightClassPath" ] || exit 7
        grep -q colightClassPath "$4" || exit 8
        echo 'what the build prints itself'
        """
            .concat(body)
            .replace("ROOT", root.toString()));
  }

  private ProjectModel.Outcome read(String document, BooleanSupplier cancelled) {
    return projects.read(
        buildFile,
        project.resolve(document),
        new Watch() {
          @Override
          public boolean cancelled() {
            return cancelled.getAsBoolean();
          }

          @Override
          public void progress(String message) {}
        });
  }

  private String classPath(String document) {
    return assertInstanceOf(ProjectModel.Outcome.Found.class, read(document, () -> false))
        .model()
        .classPath()
        .stream()
        .map(entry -> root.relativize(entry.path()).toString())
        .collect(Collectors.joining(" "));
  }

  private String reason() {
    return assertInstanceOf(ProjectModel.Outcome.Failed.class, read("a.jsh", () -> false)).reason();
  }

  @Test
  void a_document_sees_what_gradle_says_that_is_there() {
    assertEquals(
        "app/build/classes/java/main lib.jar core/build/classes/java/main", classPath("a.jsh"));
    assertEquals(
        "app/build/classes/java/test app/build/classes/java/main junit.jar lib.jar"
            + " core/build/classes/java/main",
        classPath("src/test/java/a.jsh"));
  }

  @Test
  void gradle_is_asked_again_only_when_the_build_is_described_otherwise() throws IOException {
    classPath("a.jsh");
    classPath("a.jsh");
    assertEquals(List.of("call"), Files.readAllLines(root.resolve("calls")));
    Files.writeString(root.resolve("settings.gradle"), "include 'app'");
    classPath("a.jsh");
    assertEquals(List.of("call", "call"), Files.readAllLines(root.resolve("calls")));
  }

  @Test
  void gradle_is_asked_again_where_the_build_was_written_while_it_answered() throws IOException {
    wrapper(
        """
        say library ROOT/lib.jar
        [ -e ROOT/once ] || echo '// more' | tee ROOT/once >> $6/build.gradle.kts
        """);
    classPath("a.jsh");
    classPath("a.jsh");
    classPath("a.jsh");
    assertEquals(List.of("call", "call"), Files.readAllLines(root.resolve("calls")));
  }

  @Test
  void what_went_wrong_is_told_in_gradles_words() throws IOException {
    wrapper(
        """
        cat <<'END'

        FAILURE: Build failed with an exception.

        * What went wrong:
        Could not resolve all files for configuration ':app:compileClasspath'.
        > Could not find org.a:leaf:7.

        * Try:
        > Run with --stacktrace option to get the stack trace.
        END
        exit 1
        """);
    assertEquals(
        "app/build.gradle.kts: Gradle failed: Could not resolve all files for configuration"
            + " ':app:compileClasspath'.: Could not find org.a:leaf:7.",
        reason());
  }

  @Test
  void a_wrapper_that_cannot_fetch_gradle_says_why_in_one_line() throws IOException {
    wrapper(
        """
        cat <<'END'
        Exception in thread "main" java.net.UnknownHostException: services.gradle.org
        \tat java.base/java.net.Socket.connect(Socket.java:633)
        \tat org.gradle.wrapper.Download.download(Download.java:80)
        \tat org.gradle.wrapper.GradleWrapperMain.main(GradleWrapperMain.java:63)
        END
        exit 1
        """);
    assertEquals(
        "app/build.gradle.kts: Gradle's wrapper could not fetch Gradle"
            + " (java.net.UnknownHostException: services.gradle.org):"
            + " until it can, the setting colight.classpath says what documents see",
        reason());
  }

  @Test
  void a_build_without_a_wrapper_is_told() throws IOException {
    Files.delete(root.resolve("gradlew"));
    assertTrue(
        reason().startsWith("app/build.gradle.kts: there is no wrapper (gradlew)"), reason());
  }

  @Test
  void a_build_that_is_not_wanted_any_more_is_ended() throws IOException {
    wrapper("echo $$ > ROOT/p; mv ROOT/p ROOT/pid; sleep 600 & wait\n");
    assertInstanceOf(
        ProjectModel.Outcome.Failed.class, read("a.jsh", () -> Files.exists(root.resolve("pid"))));
    String pid = Files.readString(root.resolve("pid")).strip();
    boolean alive =
        !pid.isEmpty()
            && ProcessHandle.of(Long.parseLong(pid))
                .map(handle -> handle.onExit().join().isAlive())
                .orElse(false);
    assertFalse(alive);
  }
}
