package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.BlockId;
import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ProblemView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      List<String> problems =
          document.snapshot().blocks().stream()
              .flatMap(block -> block.problems().stream())
              .map(ProblemView::message)
              .toList();
      assertEquals(
          List.of(
              "Near.java uses Program.java, which is this document: to it, the static fields there"
                  + " are others"),
          problems);
    }
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
    return document.snapshot().blocks().stream()
        .filter(block -> block.shown() != null)
        .flatMap(block -> block.shown().outputs().stream())
        .map(output -> output.text().strip())
        .toList();
  }

  /** Waits until something is shown; returns the code of the blocks that ran until then. */
  private static Set<String> untilShown(LiveDocument document, String text) throws Exception {
    List<BlockId> executed = new ArrayList<>();
    while (!shown(document).contains(text)) {
      executed.addAll(document.awaitEnd().executed());
    }
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
