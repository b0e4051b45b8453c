package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.OtherFiles;
import dev.colight.java.JavaLanguage;
import dev.colight.java.dependencies.FileRepository;
import dev.colight.java.dependencies.MavenPlaces;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.WorkspaceEvent.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Documents in Maven projects: the real server, a repository in a folder, and no network. */
class ProjectDocumentsTest {
  private Path folder;
  private Path project;
  private FileRepository repository;
  private JavaLanguage.Options options;
  private CountingLanguage language;

  @BeforeEach
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
    project = Files.createDirectories(folder.resolve("shop"));
    repository = new FileRepository(folder.resolve("repository"));
    repository
        .artifact("org.hi:greet:1")
        .source(
            "org.hi.Greet",
            "package org.hi; public interface Greet { static String hi() { return \"hi\"; } }")
        .publish();
    Files.writeString(
        folder.resolve("settings.xml"),
        "<settings><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>"
            + repository.url()
            + "</url></mirror></mirrors></settings>");
    options =
        JavaLanguage.Options.defaults()
            .with(
                new MavenPlaces(
                    folder.resolve("settings.xml"),
                    folder.resolve("local"),
                    folder.resolve("cache")));
    language = new CountingLanguage(options);
  }

  @AfterEach
  void end() {
    language.close();
  }

  private void pom(String dependencies) throws IOException {
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>org.p</groupId><artifactId>shop</artifactId><version>1</version>
        <dependencies>%s</dependencies></project>
        """
            .formatted(dependencies));
  }

  private static String dependency(String artifact) {
    return "<dependency><groupId>org.hi</groupId><artifactId>"
        + artifact
        + "</artifactId><version>1</version></dependency>";
  }

  /** Does what {@code mvn compile} does. */
  private void compile(Map<String, String> sources) throws IOException {
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "--release", "17", "-cp", "" + classes, "-d", "" + classes));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = project.resolve("src/main/java/shop").resolve(source.getKey() + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "package shop;\n" + source.getValue());
      arguments.add(file.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, result, "the test's own classes compile");
  }

  private LiveDocument document() {
    return new LiveDocument(language, project.resolve("notes.jsh").toUri().toString());
  }

  private static List<Integer> executed(LiveDocument document, LiveDocument.Run run) {
    return run.executed().stream()
        .map(id -> Objects.requireNonNull(document.snapshot().block(id)).index())
        .sorted()
        .toList();
  }

  @Test
  void a_document_sees_the_projects_classes_and_libraries() throws Exception {
    pom(dependency("greet"));
    compile(Map.of("Price", "public class Price { public static int of() { return 5; } }"));
    try (LiveDocument document = document()) {
      document.open("import shop.*;\n\nPrice.of()\n\norg.hi.Greet.hi()");
      assertEquals("5; \"hi\"", document.shown());
    }
  }

  @Test
  void compiling_a_class_runs_what_can_get_at_it_and_nothing_else() throws Exception {
    pom(dependency("greet"));
    compile(
        Map.of(
            "Price", "public class Price { public static int of() { return Tax.of(5); } }",
            "Tax", "class Tax { static int of(int net) { return net + 1; } }",
            "Name", "public class Name { public static String of() { return \"shop\"; } }"));
    String body =
        """
        import shop.*;

        Price.of()

        Name.of()

        org.hi.Greet.hi()

        1 + 1
        """;
    try (LiveDocument document = document()) {
      document.open(body);
      assertEquals("6; \"shop\"; \"hi\"; 2", document.shown());
      compile(Map.of("Tax", "class Tax { static int of(int net) { return net + 2; } }"));
      LiveDocument.Run run = document.awaitEnd();
      assertEquals("7; \"shop\"; \"hi\"; 2", document.shown());
      assertEquals(List.of(1), executed(document, run));
    }
  }

  @Test
  void what_looks_for_classes_by_name_runs_when_any_changes() throws Exception {
    pom("");
    compile(
        Map.of(
            "Finder",
            """
            public class Finder {
              public static String of(String name) throws Exception {
                return "" + Class.forName("shop." + name).getDeclaredConstructor().newInstance();
              }
            }
            """,
            "Plain",
            "public class Plain { public String toString() { return \"one\"; } }"));
    try (LiveDocument document = document()) {
      document.open("shop.Finder.of(\"Plain\")\n\n1 + 1");
      assertEquals("\"one\"; 2", document.shown());
      compile(
          Map.of("Plain", "public class Plain { public String toString() { return \"two\"; } }"));
      document.awaitEnd();
      assertEquals("\"two\"; 2", document.shown());
    }
  }

  @Test
  void a_source_is_not_called_wrong_while_its_libraries_are_being_fetched() throws Exception {
    List<OtherFiles.FileProblem> told = Collections.synchronizedList(new ArrayList<>());
    pom(dependency("greet"));
    Path source = project.resolve("src/main/java/shop/Hello.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        package shop;
        public class Hello {
          public static String hi() { return org.hi.Greet.hi(); }
        }
        """);
    try (JavaLanguage following = new JavaLanguage(options)) {
      following.otherFiles().listen((uri, problems) -> told.addAll(problems));
      try (LiveDocument document =
          new LiveDocument(following, project.resolve("notes.jsh").toUri().toString())) {
        document.open("import shop.*;\n\nHello.hi()");
        assertEquals("\"hi\"", document.shown());
      }
    }
    assertEquals(List.of(), told);
  }

  @Test
  void a_change_of_the_pom_is_noticed() throws Exception {
    pom("");
    try (LiveDocument document = document()) {
      document.open("import org.hi.*;\n\nGreet.hi()\n\n1 + 1");
      assertEquals("2", document.shown());
      pom(dependency("greet"));
      document.awaitEnd();
      assertEquals("\"hi\"; 2", document.shown());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
  void a_build_that_is_written_while_it_is_read_is_read_once_more() throws Exception {
    Files.writeString(project.resolve("build.gradle"), "");
    // Stands in for Gradle's wrapper; somebody adds the library while it looks for others.
    Files.writeString(
        project.resolve("gradlew"),
        """
        if grep -q greet $6/build.gradle
        then printf 'colight\\tlibrary\\t%s\\n' 'JAR'
        else echo greet > $6/build.gradle
        fi
        """
            .replace("JAR", folder.resolve("repository/org/hi/greet/1/greet-1.jar").toString()));
    try (LiveDocument document = document()) {
      document.open("import org.hi.*;\n\nGreet.hi()\n\n1 + 1");
      while (!document.shown().equals("\"hi\"; 2")) {
        document.awaitEnd();
      }
    }
  }

  @Test
  void settings_add_to_the_class_path_and_what_they_add_is_followed() throws Exception {
    try (LiveDocument document = document()) {
      document.open("1 + 1\n\nimport org.hi.*;\n\nGreet.hi()");
      assertEquals("2", document.shown());
      Path lib = Files.createDirectories(project.resolve("lib"));
      document.workspace().setLibraries(List.of("lib/*"), List.of(project));
      awaitNote(document);
      assertEquals(
          "`lib/*`, which settings add to the class path, is not there",
          document.snapshot().blocks().get(0).problems().get(0).message());
      Files.copy(repository.file("org.hi:greet:1", "jar"), lib.resolve("greet.jar"));
      document.awaitEnd();
      assertEquals("2; \"hi\"", document.shown());
      document.workspace().setLibraries(List.of(), List.of());
      document.awaitEnd();
      assertEquals("2; old \"hi\"", document.shown());
    }
  }

  @Test
  void a_pom_that_breaks_is_told_at_the_top_and_costs_nothing() throws Exception {
    pom(dependency("greet"));
    try (LiveDocument document = document()) {
      document.open("org.hi.Greet.hi()");
      pom(dependency("great"));
      awaitNote(document);
      BlockView top = document.snapshot().blocks().get(0);
      String note = top.problems().get(0).message().replace(repository.url(), "URL");
      assertEquals("shop/pom.xml: there is no org.hi:great:1 in m (URL)", note);
      assertEquals("\"hi\"", document.shown());
    }
  }

  @Test
  void a_pom_that_is_broken_from_the_start_blocks_what_needs_it() throws Exception {
    pom(dependency("great"));
    try (LiveDocument document = document()) {
      document.open("import org.hi.*;\n\nGreet.hi()\n\n1 + 1");
      assertEquals("2", document.shown());
      String error =
          Objects.requireNonNull(
                  Objects.requireNonNull(document.snapshot().blocks().get(1).result()).error())
              .message();
      assertTrue(
          error.startsWith("the libraries of the project cannot be had: shop/pom.xml: "), error);
      pom(dependency("greet"));
      document.awaitEnd();
      assertEquals("\"hi\"; 2", document.shown());
      assertEquals(List.of(), document.snapshot().blocks().get(0).problems());
    }
  }

  @Test
  void where_a_build_cannot_say_what_documents_see_what_settings_add_is_seen() throws Exception {
    pom(dependency("great"));
    Path lib = Files.createDirectories(project.resolve("lib"));
    Files.copy(repository.file("org.hi:greet:1", "jar"), lib.resolve("greet.jar"));
    try (LiveDocument document = document()) {
      document.workspace().setLibraries(List.of("lib/*"), List.of(project));
      document.open("import org.hi.*;\n\nGreet.hi()");
      assertEquals("\"hi\"", document.shown());
      String note = document.snapshot().blocks().get(0).problems().get(0).message();
      assertTrue(note.startsWith("shop/pom.xml: there is no org.hi:great:1"), note);
    }
  }

  @Test
  void what_is_wrong_with_a_pom_is_shown_in_it_until_it_is_mended() throws Exception {
    Map<String, List<OtherFiles.FileProblem>> told = new ConcurrentHashMap<>();
    language.otherFiles().listen(told::put);
    String uri = project.resolve("pom.xml").toUri().toString();
    pom("\n" + dependency("great"));
    try (LiveDocument document = document()) {
      document.open("1 + 1");
      OtherFiles.FileProblem problem = Objects.requireNonNull(told.get(uri)).get(0);
      assertTrue(problem.message().startsWith("there is no org.hi:great:1"), problem.message());
      assertEquals(3, problem.range().start().line());
      pom("<dependency>");
      while (told.get(uri).get(0).equals(problem)) {
        document.await(Prepared.class);
      }
      pom(dependency("greet"));
      while (!told.get(uri).isEmpty()) {
        document.await(Prepared.class);
      }
      pom(dependency("great"));
      while (told.get(uri).isEmpty()) {
        document.await(Prepared.class);
      }
    }
    assertEquals(List.of(), told.get(uri), "nobody needs the file any more");
  }

  private static void awaitNote(LiveDocument document) throws InterruptedException {
    while (document.snapshot().blocks().get(0).problems().isEmpty()) {
      document.await(Prepared.class);
    }
  }
}
