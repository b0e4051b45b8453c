package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.BlockId;
import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.BlockFinished;
import dev.colight.workspace.WorkspaceEvent.BlockStarted;
import dev.colight.workspace.WorkspaceEvent.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program follows the sources of its own package while they are edited. */
class ProgramSourcesTest {
  private static final String PROGRAM =
      """
      public class Program {
        static int own = 1;

        public static void main(String[] args) {
          System.out.println("own " + own);

          System.out.println(Near.tell());

          System.out.println("end");
        }
      }
      """;

  private static final String NEAR = "class Near { static String tell() { return \"%s\"; } }";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());

  @AfterEach
  void close() {
    language.close();
  }

  @Test
  void only_what_uses_a_source_runs_again_when_that_changes() throws Exception {
    write("Near", NEAR.formatted("one"));
    try (LiveDocument document = open("Program", PROGRAM)) {
      assertEquals(List.of("1", "own 1", "one", "end"), shown(document));
      write("Near", NEAR.formatted("two"));
      language.otherFiles().changedOnDisk();
      assertEquals(Set.of("System.out.println(Near.tell());"), untilShown(document, "two"));
    }
  }

  @Test
  void a_source_that_comes_later_is_seen() throws Exception {
    try (LiveDocument document = open("Program", PROGRAM)) {
      assertEquals(List.of("1", "own 1"), shown(document).subList(0, 2));
      write("Near", NEAR.formatted("late"));
      language.otherFiles().changedOnDisk();
      var unused = untilShown(document, "late");
    }
  }

  @Test
  void names_that_no_source_has_are_typed_without_a_look_at_the_sources() throws Exception {
    write("Near", NEAR.formatted("one"));
    try (LiveDocument document = open("Program", PROGRAM)) {
      for (String typed : List.of("S", "Str", "String.valueOf(1)")) {
        LiveDocument.Run run = document.edit(PROGRAM.replace("\"end\"", typed + " + \"end\""));
        assertTrue(run.events().stream().noneMatch(Prepared.class::isInstance), typed);
      }
      assertEquals(List.of("1", "own 1", "one", "1end"), shown(document));
    }
  }

  @Test
  void moved_code_makes_nobody_look_at_the_sources() throws Exception {
    write("Near", NEAR.formatted("one"));
    write("Far", NEAR.formatted("far").replace("Near", "Far"));
    String near = "    System.out.println(Near.tell());\n\n";
    String far = "    System.out.println(Far.tell());\n\n";
    String program = PROGRAM.replace(near, near + far);
    try (LiveDocument document = open("Program", program)) {
      assertEquals(List.of("1", "own 1", "one", "far", "end"), shown(document));
      LiveDocument.Run run = document.edit(program.replace(near + far, far + near));
      assertTrue(run.events().stream().noneMatch(Prepared.class::isInstance));
      assertEquals(List.of("1", "own 1", "far", "one", "end"), shown(document));
    }
  }

  @Test
  void a_name_that_is_typed_leads_to_its_source_at_once_or_once_there_is_one() throws Exception {
    write("Near", NEAR.formatted("one"));
    write("Far", NEAR.formatted("far").replace("Near", "Far"));
    try (LiveDocument document = open("Program", PROGRAM)) {
      var unused = document.edit(PROGRAM.replace("\"end\"", "Far.tell()"));
      assertEquals(List.of("1", "own 1", "one", "far"), shown(document));
      unused = document.edit(PROGRAM.replace("Near.tell()", "New.tell()"));
      write("New", NEAR.formatted("new").replace("Near", "New"));
      language.otherFiles().changedOnDisk();
      assertTrue(untilShown(document, "new").contains("System.out.println(New.tell());"));
    }
  }

  @Test
  void classes_of_a_package_are_followed_within_it() throws Exception {
    write("shop/Near", "package shop; " + NEAR.formatted("one"));
    try (LiveDocument document = open("shop/Program", "package shop;\n\n" + PROGRAM)) {
      assertEquals(List.of("1", "own 1", "one", "end"), shown(document));
      write("shop/Near", "package shop; " + NEAR.formatted("two"));
      language.otherFiles().changedOnDisk();
      assertEquals(Set.of("System.out.println(Near.tell());"), untilShown(document, "two"));
    }
  }

  @Test
  void a_source_that_uses_the_program_is_told_of() throws Exception {
    write("Near", "class Near { static String tell() { return \"own \" + Program.own; } }");
    try (LiveDocument document = open("Program", PROGRAM)) {
      assertEquals(
          List.of(
              "Near.java uses Program.java, which is this document: to it, the static fields there"
                  + " are others"),
          problems(document));
    }
  }

  @Test
  void what_a_library_keeps_to_a_package_of_the_same_name_is_not_open_to_a_program()
      throws Exception {
    Path near = write("shop/Near", "package shop; public " + NEAR.formatted("kept"));
    Path library = folder.resolve("library");
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", library.toString(), near.toString()));
    Files.delete(near);
    try (LiveDocument document =
        open("shop/Program", "package shop;\n\nimport shop.Near;\n\n" + PROGRAM)) {
      document.workspace().setLibraries(List.of("library"), List.of(folder));
      while (problems(document).stream().noneMatch(problem -> problem.contains("not visible"))) {
        var unused = document.await(WorkspaceEvent.class);
      }
    }
  }

  private static List<String> problems(LiveDocument document) {
    return document.snapshot().blocks().stream()
        .flatMap(block -> block.problems().stream())
        .map(ProblemView::message)
        .toList();
  }

  private LiveDocument open(String type, String text) throws Exception {
    Path file = write(type, text);
    LiveDocument document = new LiveDocument(language, file.toUri().toString());
    var unused = document.open(text);
    return document;
  }

  private Path write(String type, String text) throws IOException {
    Files.createDirectories(folder.resolve(".git")); // the project ends here
    Path file = folder.resolve(type + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> shown(LiveDocument document) {
    return document.snapshot().blocks().stream().flatMap(ProgramSourcesTest::shown).toList();
  }

  private static Stream<String> shown(BlockView block) {
    ResultView result = block.shown();
    return result == null
        ? Stream.empty()
        : result.outputs().stream().map(output -> output.text().strip());
  }

  /** Waits until a block that ran shows something, and for the end; returns the code that ran. */
  private static Set<String> untilShown(LiveDocument document, String text) throws Exception {
    List<BlockId> executed = new ArrayList<>();
    boolean isShown = false;
    while (!isShown) {
      WorkspaceEvent event = document.await(WorkspaceEvent.class);
      if (event instanceof BlockStarted started) {
        executed.add(started.block().id());
      } else if (event instanceof BlockFinished finished) {
        isShown = shown(finished.block()).anyMatch(text::equals);
      }
    }
    executed.addAll(document.awaitEnd().executed());
    Set<String> code = new HashSet<>();
    for (BlockView block : document.snapshot().blocks()) {
      if (executed.contains(block.id())) {
        code.add(String.join("\n", block.lines()).strip());
      }
    }
    assertTrue(shown(document).contains("end"), () -> document.shown());
    return code;
  }
}
