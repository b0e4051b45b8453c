package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.JavaLanguage;
import dev.colight.java.dependencies.FileRepository;
import dev.colight.java.dependencies.MavenPlaces;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.WorkspaceEvent.BlockFinished;
import dev.colight.workspace.WorkspaceEvent.BlockQueued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents with libraries, from a repository in a folder: the real server, no network. */
class LibraryDocumentsTest {
  private static FileRepository repository;
  private static CountingLanguage language;

  @BeforeAll
  static void publish(@TempDir Path folder) throws IOException {
    repository = new FileRepository(folder.resolve("repository"));
    for (String version : List.of("1.0", "1.1", "2.0")) {
      repository
          .artifact("org.hi:greet:" + version)
          .source(
              "org.hi.Greet",
              """
              package org.hi;
              public final class Greet {
                public static int calls;
                private int count;
                public static String hello(String name) { return "hello %s, " + name; }
                public int next() { return ++count; }
                public static String resource() {
                  try (var in = Thread.currentThread().getContextClassLoader()
                      .getResourceAsStream("greeting.txt")) {
                    return new String(in.readAllBytes());
                  } catch (java.io.IOException e) { throw new RuntimeException(e); }
                }
                public static String services() {
                  String all = "";
                  for (Runnable one : java.util.ServiceLoader.load(Runnable.class)) {
                    all += one + " ";
                  }
                  return all;
                }
              }
              """
                  .formatted(version))
          .source(
              "org.hi.Service",
              """
              package org.hi;
              public final class Service implements Runnable {
                public void run() {}
                public String toString() { return "service %s"; }
              }
              """
                  .formatted(version))
          .file("greeting.txt", "text " + version)
          .file("META-INF/services/java.lang.Runnable", "org.hi.Service")
          .publish();
    }
    repository
        .artifact("org.other:other:1")
        .source(
            "org.other.Other",
            "package org.other; public interface Other { static int one() { return 1; } }")
        .publish();
    Files.writeString(folder.resolve("settings.xml"), "<settings/>");
    language =
        new CountingLanguage(
            JavaLanguage.Options.defaults()
                .with(
                    new MavenPlaces(
                        folder.resolve("settings.xml"),
                        folder.resolve("local"),
                        folder.resolve("cache"))));
  }

  @AfterAll
  static void end() {
    language.close();
  }

  private static String head(String dependencies) {
    return "//REPOS here=" + repository.url() + "\n//DEPS " + dependencies + "\n\n";
  }

  private static BlockView block(LiveDocument document, int index) {
    return document.snapshot().blocks().get(index);
  }

  private static ResultView result(LiveDocument document, int index) {
    return Objects.requireNonNull(block(document, index).result());
  }

  @Test
  void results_appear_once_a_library_is_asked_for() throws Exception {
    String body =
        "import org.hi.Greet;\n\nGreet.hello(\"you\")\n\n1 + 1\n\nGreet g = null;\n\ng == null";
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(body);
      assertEquals(Status.INVALID, result(document, 1).status());
      LiveDocument.Run run = document.edit(head("org.hi:greet:1.0") + body);
      assertEquals("\"hello 1.0, you\"; 2; null; true", document.shown());
      assertEquals(3, run.executed().size(), "1 + 1 keeps its result");
    }
  }

  @Test
  void another_version_runs_what_depends_on_it_and_nothing_else() throws Exception {
    String body =
        """
        import org.hi.*;
        import org.other.*;

        static String say(String name) { return Greet.hello(name); }

        say("you")

        var greet = new Greet();

        greet.next() + Other.one()

        List<Integer> list = new ArrayList<>(List.of(1));

        list.add(2);

        list

        Other.one()

        org.hi.Greet.hello("me")
        """;
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(head("org.hi:greet:1.0 org.other:other:1") + body);
      String expected =
          "\"hello %s, you\"; org.hi.Greet@; 2; [1]; true; [1, 2]; 1; \"hello %s, me\"";
      assertEquals(
          expected.formatted("1.0", "1.0"), document.shown().replaceAll("@[0-9a-f]+", "@"));
      LiveDocument.Run run = document.edit(head("org.hi:greet:2.0 org.other:other:1") + body);
      assertEquals(
          expected.formatted("2.0", "2.0"), document.shown().replaceAll("@[0-9a-f]+", "@"));
      List<Integer> indexes =
          run.executed().stream()
              .map(id -> Objects.requireNonNull(document.snapshot().block(id)).index())
              .sorted()
              .toList();
      assertEquals(List.of(3, 4, 5, 10), indexes);
      List<Integer> marked =
          run.events().stream()
              .filter(e -> e instanceof BlockQueued || e instanceof BlockFinished)
              .map(e -> e instanceof BlockQueued q ? q.block() : ((BlockFinished) e).block())
              .map(BlockView::index)
              .distinct()
              .sorted()
              .toList();
      assertTrue(Collections.disjoint(marked, List.of(6, 7, 8)), "" + marked);
    }
  }

  @Test
  void a_version_that_there_is_not_is_told_at_its_word_and_old_results_stay() throws Exception {
    String body = "import org.hi.Greet;\n\nGreet.hello(\"you\")\n\n1 + 1";
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(head("org.other:other:1 org.hi:greet:1.0") + body);
      document.edit(head("org.other:other:1 org.hi:greet:1.7") + body);
      assertEquals("old \"hello 1.0, you\"; 2", document.shown());
      ProblemView problem = block(document, 0).problems().get(0);
      assertEquals("there is no version 1.7 of org.hi:greet; there is 1.1, 2.0", problem.message());
      assertEquals("1:25-1:41", place(problem));
      assertEquals(Status.BLOCKED, result(document, 2).status());
      assertEquals(
          "the libraries cannot be had: " + problem.message(),
          Objects.requireNonNull(result(document, 2).error()).message());
      LiveDocument.Run back = document.edit(head("org.other:other:1 org.hi:greet:1.0") + body);
      assertEquals("\"hello 1.0, you\"; 2", document.shown());
      assertEquals(List.of(), block(document, 0).problems());
      assertEquals(0, back.executed().size(), "all of it is known");
    }
  }

  private static String place(ProblemView problem) {
    var start = problem.range().start();
    var end = problem.range().end();
    return start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
  }

  @Test
  void what_is_half_typed_is_left_alone_until_the_typing_pauses() throws Exception {
    String body = "1 + 1";
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(body);
      int before = language.preparations();
      String line = head("org.hi:greet:1.1");
      for (int i = line.length() - 12; i < line.length() - 2; i++) {
        document.type(line.substring(0, i) + "\n\n" + body);
      }
      document.edit(line + body);
      assertEquals(1, language.preparations() - before);
      assertEquals("2", document.shown());
    }
  }

  @Test
  void objects_of_libraries_are_put_back_and_their_statics_left_alone() throws Exception {
    String body =
        """
        import org.hi.Greet;

        Greet greet = new Greet();

        int first = greet.next();

        int second = greet.next() + 0;

        first * 10 + second
        """;
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(head("org.hi:greet:1.0") + body);
      assertTrue(document.shown().endsWith("1; 2; 12"), document.shown());
      document.edit(head("org.hi:greet:1.0") + body.replace("+ 0", "+ 5"));
      assertTrue(document.shown().endsWith("1; 7; 17"), document.shown());
    }
  }

  @Test
  void resources_and_services_of_libraries_are_found() throws Exception {
    String body = "import org.hi.Greet;\n\nGreet.resource()\n\nGreet.services()";
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(head("org.hi:greet:1.1") + body);
      assertEquals("\"text 1.1\"; \"service 1.1 \"", document.shown());
    }
  }

  @Test
  void options_reach_the_program() throws Exception {
    try (LiveDocument document = new LiveDocument(language)) {
      document.open("//JAVA_OPTIONS -Dthe.word=yes\n\nSystem.getProperty(\"the.word\")");
      assertEquals("\"yes\"", document.shown());
      document.edit("//JAVA_OPTIONS -Dthe.word=no\n\nSystem.getProperty(\"the.word\")");
      assertEquals("\"no\"", document.shown());
    }
  }

  @Test
  void compiler_options_are_followed_or_told_of() throws Exception {
    String body = "import sun.security.x509.X500Name;\n\nX500Name.class.getSimpleName()";
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(
          """
          //JAVAC_OPTIONS -Xlint:all --add-exports java.base/sun.security.x509=ALL-UNNAMED
          //JAVA_OPTIONS --add-exports=java.base/sun.security.x509=ALL-UNNAMED
          //COMPILE_OPTIONS -parameters -processor acme.Processor

          """
              + body);
      assertEquals("\"X500Name\"", document.shown());
      ProblemView problem = block(document, 0).problems().get(0);
      assertEquals("annotation processors do not run in live documents", problem.message());
      assertEquals("2:30-2:40", place(problem));
      document.edit("1 + 1\n\n" + body);
      assertEquals(Status.INVALID, result(document, 1).status());
    }
  }

  @Test
  void a_java_that_is_not_there_is_told() throws Exception {
    try (LiveDocument document = new LiveDocument(language)) {
      document.open("//JAVA 999\n\n1 + 1");
      assertEquals(
          "there is no JDK 999 on this machine", block(document, 0).problems().get(0).message());
      assertEquals("2", document.shown());
    }
  }

  @Test
  void a_clean_run_shows_the_same() throws Exception {
    String body = "import org.hi.*;\n\nvar g = new Greet();\n\ng.next()\n\nGreet.hello(\"x\")";
    try (LiveDocument document = new LiveDocument(language)) {
      document.open(head("org.hi:greet:1.0") + body);
      document.edit(head("org.hi:greet:1.1") + body);
      var verification =
          document
              .workspace()
              .verify(LiveDocument.URI, Duration.ofSeconds(60), text -> text)
              .get(60, TimeUnit.SECONDS);
      assertTrue(verification.toString().contains("differences=[]"), verification.toString());
    }
  }
}
