package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.Assistant;
import dev.colight.execution.OtherFiles;
import dev.colight.java.JavaLanguage;
import dev.colight.text.Position;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.Verification;
import dev.colight.workspace.WorkspaceEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents beside the sources of a project, which change on the disk and in editors. */
class SourceDocumentsTest {
  private Path project;
  private JavaLanguage language;
  private LiveDocument document;

  @BeforeEach
  void openProject(@TempDir Path folder) throws IOException {
    project = folder;
    // One each: a document that is closed takes its code along, which another may have, too.
    language = new JavaLanguage(JavaLanguage.Options.defaults().patient(4));
    Files.writeString(
        project.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion>"
            + "<groupId>acme</groupId><artifactId>acme</artifactId><version>1</version></project>");
    document = new LiveDocument(language, uri());
  }

  @AfterEach
  void close() {
    document.close();
    language.close();
  }

  private String uri() {
    return project.resolve("notes/live.jsh").toUri().toString();
  }

  private Path write(String type, String text) throws IOException {
    Path file = project.resolve("src/main/java/" + type + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file;
  }

  private void change(String type, String text) throws IOException {
    write(type, text);
    language.otherFiles().changedOnDisk();
  }

  /** Returns what the code blocks show, a line each; {@code ?} before what is not up to date. */
  private String shown() {
    return document.snapshot().blocks().stream()
        .filter(block -> block.shown() != null)
        .map(SourceDocumentsTest::shown)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String shown(BlockView block) {
    return Objects.requireNonNull(block.shown()).outputs().stream()
        .map(OutputView::text)
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  private ResultView result(int block) {
    return Objects.requireNonNull(document.snapshot().blocks().get(block).result());
  }

  @Test
  void a_block_calls_what_it_imports_and_follows_its_edits() throws Exception {
    write("acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    document.open("import acme.Util;\n\nUtil.f()\n\n40 + 2");
    assertEquals("1\n42", shown());
    change("acme/Util", "package acme; public class Util { public static int f() { return 2; } }");
    LiveDocument.Run run = document.awaitEnd();
    assertEquals("2\n42", shown());
    assertEquals(1, run.executed().size());
  }

  @Test
  void a_change_deep_below_is_seen() throws Exception {
    write("acme/A", "package acme; public class A { public static int a() { return B.b(); } }");
    write("acme/B", "package acme; class B { static int b() { return acme.deep.C.c() + 1; } }");
    write(
        "acme/deep/C", "package acme.deep; public class C { public static int c() { return 1; } }");
    document.open("import acme.*;\n\nA.a()");
    assertEquals("2", shown());
    change(
        "acme/deep/C", "package acme.deep; public class C { public static int c() { return 5; } }");
    document.awaitEnd();
    assertEquals("6", shown());
  }

  @Test
  void what_an_editor_has_counts_more_than_the_disk() throws Exception {
    Path file =
        write(
            "acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    document.open("import static acme.Util.*;\n\nf()");
    assertEquals("1", shown());
    language
        .otherFiles()
        .edited(
            file.toUri().toString(),
            "package acme; public class Util { public static int f() { return 7; } }");
    document.awaitEnd();
    assertEquals("7", shown());
    language.otherFiles().closed(file.toUri().toString());
    document.awaitEnd();
    assertEquals("1", shown());
  }

  @Test
  void objects_of_an_older_class_are_made_anew_and_others_are_kept() throws Exception {
    write(
        "acme/Box",
        "package acme; public record Box(int size) { public int twice() { return 2 * size; } }");
    document.open(
        "import acme.Box;\n\nvar words = new ArrayList<>(List.of(\"a\"))\n\n"
            + "words.add(\"b\")\n\nvar box = new Box(3)\n\nbox.twice() + words.size()");
    assertEquals("[a]\ntrue\nBox[size=3]\n8", shown());
    change(
        "acme/Box",
        "package acme; public record Box(int size) { public int twice() { return 20 * size; } }");
    LiveDocument.Run run = document.awaitEnd();
    assertEquals("[a]\ntrue\nBox[size=3]\n62", shown());
    assertEquals(2, run.executed().size());
  }

  @Test
  void names_of_classes_are_those_of_the_sources() throws Exception {
    write("acme/Outer", "package acme; public class Outer { public static class Inner {} }");
    document.open(
        "import acme.Outer;\n\nOuter.class.getName()\n\nnew Outer.Inner().getClass().toString()\n\n"
            + "System.out.println(Outer.Inner.class)");
    assertEquals("\"acme.Outer\"\n\"class acme.Outer$Inner\"\nclass acme.Outer$Inner", shown());
  }

  @Test
  void static_state_of_a_source_is_tracked_like_the_documents_own() throws Exception {
    write(
        "acme/Counter",
        "package acme; public class Counter { static int n; "
            + "public static int next() { return ++n; } public static int n() { return n; } }");
    document.open("import acme.Counter;\n\nCounter.next()\n\nCounter.next()\n\nCounter.n()");
    assertEquals("1\n2\n2", shown());
    document.edit("import acme.Counter;\n\nCounter.next() + 10\n\nCounter.next()\n\nCounter.n()");
    assertEquals("11\n2\n2", shown());
    document.edit("import acme.Counter;\n\nCounter.next() + 10\n\nCounter.n()");
    assertEquals("11\n1", shown());
  }

  @Test
  void what_a_source_changes_of_the_process_is_tracked_like_what_a_block_changes()
      throws Exception {
    write(
        "acme/Logs",
        """
        package acme;
        import java.util.logging.*;
        public class Logs {
          public static final Logger LOG = Logger.getLogger("acme.logs");
          public static void at(String level) { inner(Level.parse(level)); }
          private static void inner(Level level) { LOG.setLevel(level); }
        }
        """);
    String text = "acme.Logs.LOG.getLevel()\n\nacme.Logs.at(\"FINE\");\n\nacme.Logs.LOG.getLevel()";
    document.open(text);
    assertEquals("null\nFINE", shown());
    document.edit(text.replaceFirst("getLevel\\(\\)", "getLevel() + \"\""));
    assertEquals("\"null\"\nFINE", shown());
    document.edit(text.replace("FINE", "INFO"));
    assertEquals("null\nINFO", shown());
  }

  @Test
  void what_is_typed_while_a_source_compiles_is_what_counts_in_the_end() throws Exception {
    String text = "package acme; public class Util { public static int f() { return %s; } }";
    String source = write("acme/Util", text.formatted(0)).toUri().toString();
    document.open("import acme.Util;\n\nUtil.f()");
    for (int number = 1; number <= 20; number++) {
      language.otherFiles().edited(source, text.formatted(""));
      language.otherFiles().edited(source, text.formatted("1000 +"));
      language.otherFiles().edited(source, text.formatted(number));
      while (!shown().equals(String.valueOf(number))) {
        document.awaitEnd();
      }
    }
  }

  @Test
  void a_source_that_does_not_compile_keeps_its_last_good_classes() throws Exception {
    write("acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    document.open("import acme.Util;\n\nUtil.f()");
    change("acme/Util", "package acme; public class Util { public static int f() { return x; } }");
    document.await(WorkspaceEvent.Prepared.class);
    assertEquals("1", shown());
    assertTrue(
        document
            .snapshot()
            .blocks()
            .get(0)
            .problems()
            .get(0)
            .message()
            .contains("Util.java does not compile (line 1"),
        document.snapshot().blocks().get(0).problems().toString());
    change("acme/Util", "package acme; public class Util { public static int f() { return 3; } }");
    document.awaitEnd();
    assertEquals("3", shown());
  }

  /** Returns where a source defines what stands at a place of the document: file, line, column. */
  private String defined(int line, int column) {
    DocumentSnapshot seen = document.snapshot();
    Assistant.Elsewhere found =
        seen.assistant().elsewhere(seen.scene(), new Position(line, column));
    if (found == null) {
      return "";
    }
    Path name = Path.of(URI.create(found.uri())).getFileName();
    return name + " " + found.range().start().line() + " " + found.range().start().column();
  }

  @Test
  void a_source_that_lacks_a_library_says_so_where_its_code_needs_it() throws Exception {
    write(
        "acme/Parser",
        """
        package acme;
        public class Parser {
          public static int plain() { return 1; }
          public static Object parse() { return new org.none.Json(); }
        }
        """);
    String util = "package acme; public class Util { public static Object f() { return %s; } }";
    write("acme/Util", util.formatted("Parser.parse()"));
    document.open("import acme.Util;\n\nUtil.f()\n\nacme.Parser.plain()");
    assertEquals("1", shown());
    ErrorView error = Objects.requireNonNull(result(1).error());
    assertTrue(error.message().contains("org.none cannot be resolved"), error.message());
    assertEquals("acme.Parser.parse", error.trace().get(0).function());
    String note = document.snapshot().blocks().get(0).problems().get(0).message();
    assertTrue(note.startsWith("Parser.java does not compile (line 4: org.none"), note);
    assertFalse(note.contains("it is used as"), note);
    change("acme/Util", util.formatted("Parser.plain()"));
    document.awaitEnd();
    assertEquals("1\n1", shown());
    change(
        "acme/Parser",
        "package acme; public class Parser { public static int plain() { return 2; } }");
    document.awaitEnd();
    assertEquals("2\n2", shown());
    assertEquals(List.of(), document.snapshot().blocks().get(0).problems());
  }

  @Test
  void what_a_source_defines_is_found_where_it_stands_now() throws Exception {
    String text =
        "package acme;\npublic class Util {\n  /** Gives one. */\n  public static int f() { return"
            + " 1; }\n  public record Part(int x) {}\n}";
    Path file = write("acme/Util", text);
    document.open("import acme.Util;\nimport static acme.Util.*;\n\nUtil.f()\nnew Part(2).x()");
    assertEquals("Util.java 3 20", defined(3, 5), "a method");
    assertEquals("Util.java 1 13", defined(3, 0), "a type");
    assertEquals("Util.java 4 16", defined(4, 4), "a type in it");
    assertEquals("Util.java 4 16", defined(4, 12), "what is nowhere written");
    assertEquals("Util.java 1 13", defined(0, 13), "an import");
    assertEquals("Util.java 1 13", defined(1, 20), "a static import");
    assertEquals("", defined(0, 8), "a package");
    DocumentSnapshot seen = document.snapshot();
    Assistant.Description told =
        Objects.requireNonNull(seen.assistant().describe(seen.scene(), new Position(3, 5)));
    String documentation = seen.assistant().document(Objects.requireNonNull(told.origin()));
    assertEquals("Gives one.", Objects.requireNonNull(documentation).strip());
    language.otherFiles().edited(file.toUri().toString(), "\n\n" + text);
    assertEquals("Util.java 5 20", defined(3, 5), "in an editor, two lines further down");
  }

  @Test
  void what_a_source_does_to_files_waits_like_what_the_document_does() throws Exception {
    write(
        "acme/Disk",
        """
        package acme;
        public class Disk {
          public static int make(String file) throws java.io.IOException {
            new Helper().make(file);
            return 1;
          }
          private static class Helper {
            void make(String file) throws java.io.IOException {
              java.nio.file.Files.createFile(java.nio.file.Path.of(file));
            }
          }
          public static int harmless(String file) { return file.length(); }
        }
        """);
    document.workspace().setEffectPolicy(EffectPolicy.HOLD);
    Path made = project.resolve("made");
    document.open(
        "import acme.Disk;\n\nDisk.make(\"%s\")\n\nDisk.harmless(\"four\")".formatted(made));
    assertEquals(BlockState.HELD, document.snapshot().blocks().get(1).state());
    assertFalse(Files.exists(made));
    assertEquals("4", shown());
    document.workspace().save(uri());
    document.awaitEnd();
    assertTrue(Files.exists(made));
  }

  @Test
  void a_trace_names_the_lines_of_the_sources() throws Exception {
    write(
        "acme/Util",
        "package acme;\n\npublic class Util {\n  public static int f(int n) {\n    return 1 / n;\n  }\n}");
    document.open("import acme.Util;\n\nUtil.f(0)");
    ErrorView error = Objects.requireNonNull(result(1).error());
    assertEquals("acme.Util.f", error.trace().get(0).function());
    assertEquals("Util.java:5", error.trace().get(0).location());
  }

  @Test
  void a_source_that_is_deleted_is_gone_and_one_that_is_written_anew_is_not() throws Exception {
    String text = "package acme; public class Util { public static int f() { return %d; } }";
    Path file = write("acme/Util", text.formatted(1));
    document.open("import acme.Util;\n\nUtil.f()");
    Files.delete(file);
    change("acme/Util", text.formatted(2));
    document.awaitEnd();
    assertEquals("2", shown());
    Files.delete(file);
    document.awaitEnd();
    assertEquals(Status.INVALID, result(1).status());
  }

  @Test
  void an_import_of_all_of_a_package_asks_for_no_tests_and_one_by_name_does() throws Exception {
    write("acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    Path tests = Files.createDirectories(project.resolve("src/test/java/acme"));
    Files.writeString(
        tests.resolve("UtilTest.java"), "package acme; class UtilTest { org.junit.Test test; }");
    Files.writeString(
        tests.resolve("Samples.java"),
        "package acme; public class Samples { public static int one() { return 1; } }");
    document.open("import acme.*;\n\nimport acme.Samples;\n\nUtil.f() + Samples.one()");
    assertEquals("2", shown());
    assertEquals(List.of(), document.snapshot().blocks().get(0).problems());
  }

  @Test
  void resources_of_the_project_are_those_of_its_sources_and_are_followed() throws Exception {
    Path built = Files.createDirectories(project.resolve("target/classes/acme"));
    Files.writeString(built.resolve("hi.txt"), "as it was built");
    Path resources = Files.createDirectories(project.resolve("src/main/resources/acme"));
    Files.writeString(resources.resolve("hi.txt"), "hello");
    write(
        "acme/Texts",
        """
        package acme;
        public class Texts {
          public static String hi() throws java.io.IOException {
            try (var in = Texts.class.getResourceAsStream("hi.txt")) {
              return new String(in.readAllBytes());
            }
          }
        }
        """);
    document.open("import acme.Texts;\n\nTexts.hi()");
    assertEquals("\"hello\"", shown());
    Files.writeString(resources.resolve("hi.txt"), "good morning");
    document.awaitEnd();
    assertEquals("\"good morning\"", shown());
  }

  @Test
  void what_is_wrong_in_one_project_is_told_whatever_happens_in_another() throws Exception {
    Path other = Files.createDirectories(project.resolve("notes/other"));
    Path broken = other.resolve("src/main/java/far/Broken.java");
    Files.createDirectories(broken.getParent());
    Files.copy(project.resolve("pom.xml"), other.resolve("pom.xml"));
    Files.writeString(broken, "package far; public class Broken { int n = ; }");
    write("acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    Map<String, List<OtherFiles.FileProblem>> told = new ConcurrentHashMap<>();
    String wrong = broken.toUri().toString();
    CountDownLatch known = new CountDownLatch(1);
    language
        .otherFiles()
        .listen(
            (uri, problems) -> {
              told.put(uri, problems);
              if (uri.equals(wrong) && !problems.isEmpty()) {
                known.countDown();
              }
            });
    String second = other.resolve("notes.jsh").toUri().toString();
    document.workspace().open(second, 1, "import far.Broken;\n\n1 + 1");
    assertTrue(known.await(90, TimeUnit.SECONDS));
    document.open("import acme.Util;\n\nUtil.f()");
    change("acme/Util", "package acme; public class Util { public static int f() { return 2; } }");
    while (!shown().equals("2")) {
      document.awaitEnd(); // it may be that of what is told of the other project
    }
    assertEquals(1, Objects.requireNonNull(told.get(wrong)).size());
  }

  @Test
  void a_source_without_types_is_no_trouble() throws Exception {
    write("acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    write("acme/Empty", "");
    write("acme/package-info", "package acme;");
    document.open("import acme.*;\n\nUtil.f()");
    assertEquals("1", shown());
  }

  @Test
  void a_type_that_is_written_later_is_found() throws Exception {
    write("acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    document.open("acme.tools.Later.f()");
    assertEquals(Status.INVALID, result(0).status());
    change(
        "acme/tools/Later",
        "package acme.tools; public class Later { public static int f() { return acme.Util.f(); } }");
    document.awaitEnd();
    assertEquals("1", shown());
  }

  @Test
  void a_type_that_is_written_later_takes_the_place_of_what_its_name_meant() throws Exception {
    String thing = "public class Thing { public static int f() { return %d; } }";
    write("other/deep/Thing", "package other.deep; " + thing.formatted(1));
    write(
        "acme/Util",
        "package acme; import other.deep.*; public class Util { "
            + "public static int f() { return Thing.f(); } }");
    document.open("import acme.Util;\n\nUtil.f()");
    assertEquals("1", shown());
    change("acme/Thing", "package acme; " + thing.formatted(2));
    document.awaitEnd();
    assertEquals("2", shown());
  }

  @Test
  void a_class_is_found_by_its_name_and_an_edit_of_it_is_seen() throws Exception {
    String thing =
        "package acme; public class Thing { public String toString() { return \"%d\"; } }";
    write("acme/Thing", thing.formatted(1));
    document.open(
        "Class.forName(\"acme.Thing\").getConstructor().newInstance().toString()\n\n" + "40 + 2");
    assertEquals("\"1\"\n42", shown());
    change("acme/Thing", thing.formatted(2));
    LiveDocument.Run run = document.awaitEnd();
    assertEquals("\"2\"\n42", shown());
    assertEquals(1, run.executed().size());
  }

  @Test
  void sources_find_each_other_by_their_names() throws Exception {
    String shape = "package acme; class %s implements Shape { public int sides() { return %d; } }";
    write(
        "acme/Shape",
        """
        package acme;
        public interface Shape {
          int sides();
          static Shape of(int which) throws Exception {
            String[] names = {"acme.Triangle", "acme.Square"};
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> found =
                which < 2 ? Class.forName(names[which], true, loader) : loader.loadClass(names[0]);
            return (Shape) found.getDeclaredConstructor().newInstance();
          }
        }
        """);
    write("acme/Triangle", shape.formatted("Triangle", 3));
    document.open("acme.Shape.of(0).sides()\n\nacme.Shape.of(2).sides()");
    assertEquals("3\n3", shown());
    write("acme/Square", shape.formatted("Square", 4));
    change("acme/Triangle", shape.formatted("Triangle", 30));
    document.awaitEnd();
    assertEquals("30\n30", shown());
    document.edit("acme.Shape.of(0).sides()\n\nacme.Shape.of(1).sides()");
    assertEquals("30\n4", shown());
  }

  @Test
  void a_class_finds_as_many_by_their_names_as_it_has_room_for() throws Exception {
    int count = 600; // with the names that they have inside more than a string has room for
    StringBuilder names = new StringBuilder();
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < count; i++) {
      names.append("\"acme.Many$Part" + i + "\", ");
      nested.append("public static class Part" + i + " {}\n");
    }
    write(
        "acme/Many",
        """
        package acme;
        public class Many {
          public static String part(int number) throws Exception {
            String[] names = {%s};
            Class<?> found = Class.forName(names[number], true, Many.class.getClassLoader());
            return (found == Class.forName(names[number])) + found.getSimpleName();
          }
          %s
        }
        """
            .formatted(names, nested));
    document.open("acme.Many.part(0) + acme.Many.part(" + (count - 1) + ")");
    assertEquals("\"truePart0truePart" + (count - 1) + "\"", shown());
  }

  @Test
  void classes_without_a_package_find_each_other_by_their_names() throws Exception {
    write(
        "Finder",
        """
        public class Finder {
          public static String find() throws Exception {
            return "" + Class.forName("Found").getDeclaredConstructor().newInstance();
          }
        }
        """);
    write("Found", "class Found { public String toString() { return \"found\"; } }");
    document.open("//SOURCES ../src/main/java/*.java\n\nFinder.find()");
    assertEquals("\"found\"", shown());
  }

  @Test
  void packages_nests_and_sealed_types_are_what_they_were() throws Exception {
    write(
        "acme/Shape",
        """
        package acme;
        public sealed interface Shape permits Circle, Square {
          static int area(Shape shape) { return shape instanceof Circle c ? 3 * c.r * c.r : 4; }
          enum Kind { ROUND, FLAT; private static int n = 7; }
          default int inside() { return Kind.n; }
        }
        """);
    write("acme/Circle", "package acme; public final class Circle implements Shape { int r = 2; }");
    write("acme/Square", "package acme; public final class Square implements Shape {}");
    document.open(
        "import acme.*;\n\nShape.area(new Circle()) + new Square().inside()\n\nShape.Kind.FLAT");
    assertEquals("19\nFLAT", shown());
  }

  @Test
  void a_comment_or_a_shift_of_lines_runs_nothing() throws Exception {
    String f = "public static int f() { return 1; }";
    write("acme/Util", "package acme; public class Util { " + f + " }");
    write("acme/Other", "package acme; public class Other { public static int g() { return 1; } }");
    document.open("import acme.*;\n\nUtil.f()\n\nOther.g()");
    write("acme/Util", "package acme;\n// a remark\npublic class Util {\n  " + f + "\n}");
    change(
        "acme/Other", "package acme; public class Other { public static int g() { return 2; } }");
    LiveDocument.Run run = document.awaitEnd();
    assertEquals("1\n2", shown());
    assertEquals(1, run.executed().size());
  }

  @Test
  void a_clean_run_shows_the_same() throws Exception {
    write("acme/Util", "package acme; public class Util { public static int f() { return 1; } }");
    document.open("import acme.Util;\n\nint a = Util.f();\n\na + 1");
    change("acme/Util", "package acme; public class Util { public static int f() { return 5; } }");
    document.awaitEnd();
    var outcome =
        document
            .workspace()
            .verify(uri(), Duration.ofSeconds(60), text -> text)
            .get(90, TimeUnit.SECONDS);
    assertEquals(List.of(), ((Verification.Compared) outcome).differences());
  }

  @Test
  void the_example_shows_what_its_classes_compute() throws Exception {
    Path folder = Path.of("../../examples/project").toAbsolutePath().normalize();
    String text = Files.readString(folder.resolve("notes/basket.jsh"));
    try (JavaLanguage own = new JavaLanguage(JavaLanguage.Options.defaults());
        LiveDocument example =
            new LiveDocument(own, folder.resolve("notes/basket.jsh").toUri().toString())) {
      example.open(text);
      String all =
          example.snapshot().blocks().stream()
              .filter(block -> block.shown() != null)
              .map(SourceDocumentsTest::shown)
              .collect(Collectors.joining("\n"))
              .strip();
      assertEquals("2 items 1450\n1 items 16200", all);
    }
  }
}
