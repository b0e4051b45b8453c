package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.JavaLanguage;
import dev.colight.java.dependencies.FileRepository;
import dev.colight.java.dependencies.MavenPlaces;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.WorkspaceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that take in sources and resources by directives. */
class IncludedFilesTest {
  private Path folder;
  private FileRepository repository;
  private JavaLanguage language;
  private LiveDocument document;

  @BeforeEach
  void openFolder(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectories(temporary.resolve("notes"));
    Path maven = Files.createDirectories(temporary.resolve("maven"));
    Files.writeString(maven.resolve("settings.xml"), "<settings/>");
    repository = new FileRepository(maven.resolve("repository"));
    repository
        .artifact("org.hi:greet:1")
        .source(
            "org.hi.Greet",
            "package org.hi; public class Greet { public static String hi() { return \"hi\"; } }")
        .publish();
    language =
        new JavaLanguage(
            JavaLanguage.Options.defaults()
                .patient(4)
                .with(
                    new MavenPlaces(
                        maven.resolve("settings.xml"),
                        maven.resolve("local"),
                        maven.resolve("cache"))));
    document = new LiveDocument(language, folder.resolve("live.jsh").toUri().toString());
  }

  @AfterEach
  void close() {
    document.close();
    language.close();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file;
  }

  private void change(String name, String text) throws IOException {
    write(name, text);
    language.otherFiles().changedOnDisk();
  }

  private String problems() {
    return document.snapshot().blocks().stream()
        .map(BlockView::problems)
        .flatMap(List::stream)
        .map(ProblemView::message)
        .collect(Collectors.joining("\n"));
  }

  /** Waits for something that may take several steps. */
  private void until(BooleanSupplier reached) throws InterruptedException {
    while (!reached.getAsBoolean()) {
      document.await(WorkspaceEvent.class);
    }
  }

  @Test
  void types_without_a_package_are_used_as_if_they_stood_in_the_document() throws Exception {
    write("Util.java", "class Util { static int calls; static int f() { return ++calls; } }");
    write("Point.java", "record Point(int x) { int twice() { return Util.f() + 2 * x; } }");
    document.open(
        "//SOURCES Util.java, Point.java\n\nUtil.f()\n\nnew Point(4)\n\nnew Point(4).twice()"
            + "\n\nclass Sub extends Util { int g() { return calls; } }\n\nnew Sub().g()");
    assertEquals("1; Point[x=4]; 10; 2", document.shown());
    change("Util.java", "class Util { static int calls; static int f() { return calls += 5; } }");
    document.awaitEnd();
    assertEquals("5; Point[x=4]; 18; 10", document.shown());
  }

  @Test
  void of_two_that_declare_a_type_the_one_that_is_named_first_counts() throws Exception {
    write("a/Util.java", "class Util { static int f() { return 1; } }");
    write("b/Util.java", "class Util { static int f() { return 2; } }");
    document.open("//SOURCES a/Util.java\n//SOURCES b/Util.java\n\nUtil.f()");
    assertEquals("1", document.shown());
    document.edit("//SOURCES b/Util.java\n//SOURCES a/Util.java\n\nUtil.f()");
    until(() -> document.shown().equals("2"));
    document.edit("//SOURCES a/Util.java\n\n//SOURCES b/Util.java\n\nUtil.f()");
    until(() -> document.shown().equals("1"));
  }

  @Test
  void what_they_are_called_has_no_package_anywhere() throws Exception {
    write("Util.java", "class Util { static void fail() { throw new Error(\"\" + new Util()); } }");
    document.open(
        "//SOURCES Util.java\n\nnew Util().getClass().getName()\n\nUtil.fail()\n\nList<Util> us ="
            + " List.of()\n\nus + 1 - 1");
    assertEquals("\"Util\"; []", document.shown());
    ErrorView error =
        Objects.requireNonNull(
            Objects.requireNonNull(document.snapshot().blocks().get(2).result()).error());
    assertTrue(error.message().startsWith("Util@"), error.message());
    assertEquals("Util.fail", error.trace().get(0).function());
  }

  @Test
  void sources_take_in_others_and_unsaved_ones_count() throws Exception {
    Path util = write("Util.java", "//SOURCES deep/*.java\nclass Util { int f() { return 1; } }");
    write("deep/Named.java", "package deep; public class Named { public static int n = 7; }");
    document.open("//SOURCES Util.java\nimport deep.Named;\n\nnew Util().f() + Named.n");
    assertEquals("8", document.shown());
    language
        .otherFiles()
        .edited(
            util.toUri().toString(), "//SOURCES deep/*.java\nclass Util { int f() { return 2; } }");
    document.awaitEnd();
    assertEquals("9", document.shown());
  }

  @Test
  void libraries_that_a_source_asks_for_are_there() throws Exception {
    String asking =
        "//REPOS here=%s\n//DEPS org.hi:greet:%s\nclass Util { static String f() { return"
            + " org.hi.Greet.hi(); } }";
    write("Util.java", asking.formatted(repository.url(), "2"));
    document.open("//SOURCES Util.java\n\nUtil.f()\n\n1 + 1");
    assertEquals("2", document.shown());
    assertTrue(problems().contains("Util.java: "), problems());
    change("Util.java", asking.formatted(repository.url(), "1"));
    until(() -> document.shown().equals("\"hi\"; 2") && problems().isEmpty());
  }

  @Test
  void resources_are_on_the_class_path_and_whoever_may_read_them_follows() throws Exception {
    write("res/a.txt", "one");
    String read = "new String(ClassLoader.getSystemResourceAsStream(\"x/a.txt\").readAllBytes())";
    document.open("//FILES x/=res/a.txt\n\n" + read);
    assertEquals("\"one\"", document.shown());
    write("res/a.txt", "two and three");
    until(() -> document.shown().equals("\"two and three\""));
  }

  @Test
  void a_file_that_is_missing_is_told_until_it_is_there() throws Exception {
    document.open("//SOURCES Util.java\n\nUtil.f()\n\n1 + 1");
    assertTrue(problems().contains("there is no file `Util.java`"), problems());
    assertEquals("2", document.shown());
    change("Util.java", "class Util { static int f() { return 3; } }");
    until(() -> document.shown().equals("3; 2") && problems().isEmpty());
  }

  @Test
  void a_source_that_does_not_compile_is_told_at_its_directive() throws Exception {
    write("Util.java", "class Util { static int f() { return 3; } }");
    document.open("//SOURCES Util.java\n\nUtil.f()");
    change("Util.java", "class Util { static int f() { return; } }");
    until(() -> problems().contains("Util.java does not compile (line 1"));
    assertEquals("3", document.shown());
  }
}
