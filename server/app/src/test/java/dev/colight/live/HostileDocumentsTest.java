package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.colight.document.BlockKind;
import dev.colight.java.JavaLanguage;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.BlockStarted;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that nobody should write, and everybody does at some time: each block gets a clear
 * answer, and the blocks around it are none the worse. All are opened one after the other in the
 * same place, as somebody who pastes them over one another would.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDocumentsTest {
  private static final int LONG = 120;

  private final CountingLanguage language = new CountingLanguage();
  private final LiveDocument document = new LiveDocument(language);

  @AfterAll
  void close() {
    document.close();
    language.close();
  }

  /** Name, text, and what is told of each block: its values, or the place and what is wrong. */
  static Stream<Arguments> documents() {
    return Stream.of(
        arguments("nothing", "", List.of()),
        arguments("blank lines", "\n \n\t\n\r\n", List.of()),
        arguments("comments only", "// a\n\n/* b\n\nc */", List.of("prose a", "prose b\n\nc")),
        arguments("a line for the shell", "#!/usr/bin/env jshell\n1 + 1", List.of("2 at 1:5")),
        arguments("no final newline", "int a = 1", List.of("1 at 0:9")),
        arguments("CRLF", "int a = 1;\r\n\r\na +\r\n  1\r\n", List.of("1 at 0:10", "2 at 1:3")),
        arguments("CR", "int a = 1;\r\ra + 1\r", List.of("1 at 0:10", "2 at 0:5")),
        arguments(
            "tabs",
            "\tint a = 1;\n\n\t\ta\t+ x",
            List.of("1 at 0:11", "0:6-0:7 'x' cannot be resolved to a variable")),
        arguments("a byte order mark", "\uFEFFint a = 1;", List.of("1 at 0:11")),
        arguments("a NUL", "int a = 1;\0\n\n2", List.of("0:10-0:11 unexpected `\0`", "2 at 0:1")),
        arguments(
            "surrogate pairs before a position",
            "var s = \"🦊🦊\"; s.foo()\n\n/* 🦊 */ int x = \"🦊\";\n\n\"🦊\" + 1 / 0",
            List.of(
                "0:18-0:21 The method 'foo()' is undefined for the type 'String'",
                "0:17-0:21 Type mismatch: cannot convert from 'String' to 'int'",
                "0:7-0:8 java.lang.ArithmeticException: / by zero")),
        arguments("half a surrogate pair", "\"\ud83e\".length()", List.of("1 at 0:12")),
        arguments(
            "names in all alphabets",
            "int größe = 3;\n\nString 名前 = \"a\" + größe;\n名前",
            List.of("3 at 0:14", "\"a3\" at 0:24; \"a3\" at 1:2")),
        arguments(
            "a package",
            "package foo.bar;\n\n1",
            List.of("0:0-0:16 a live document has no package; remove this line", "1 at 0:1")),
        arguments(
            "magics",
            "%maven a:b:1\n\n/exit\n\n2",
            List.of(
                "0:0-0:12 `%maven` is a notebook magic, not Java;"
                    + " use //DEPS group:artifact:version",
                "0:0-0:5 `/exit` is a command of the jshell tool, not Java", "2 at 0:1")),
        arguments(
            "Markdown",
            "# Title\n\nSome prose here, with words.\n\nint b = 2;",
            List.of(
                "0:0-0:7 this looks like prose: put it into a comment",
                "0:0-0:28 this looks like prose: put it into a comment",
                "2 at 0:10")),
        arguments(
            "a brace that is being typed",
            "class A {\n  int x() {\n    return 1;\n\n}\n\nint b = 2;\n\nb",
            List.of("0:8-0:9 this `{` is not closed: `}` expected", "2 at 0:10", "2 at 0:1")),
        arguments(
            "a closing brace too much", "}\n\n2", List.of("0:0-0:1 unexpected `}`", "2 at 0:1")),
        arguments(
            "a parenthesis that is being typed",
            "foo((1;\n\n2",
            List.of("0:4-0:5 this `(` is not closed: `)` expected", "2 at 0:1")),
        arguments(
            "a string that is being typed",
            "String s = \"abc;\n\n2",
            List.of("0:11-0:16 this string is not closed: `\"` expected", "2 at 0:1")),
        arguments(
            "a text block that is being typed",
            "String s = \"\"\"\n abc;\n\nint b = 2;",
            List.of("0:11-1:5 this text block is not closed: `\"\"\"` expected", "2 at 0:10")),
        arguments(
            "a comment that is being typed",
            "int a = 1; /* oops\n\nint b = 2;",
            List.of("0:11-0:18 this comment is not closed: `*/` expected", "2 at 0:10")),
        arguments(
            "statements that belong elsewhere",
            "break;\n\nreturn;\n\nthis.toString()\n\nvar x = null;",
            List.of(
                "0:0-0:6 break cannot be used outside of a loop or a switch",
                "",
                "0:0-0:4 Cannot use 'this' in a static context",
                "0:4-0:5 Cannot infer type for local variable initialized to 'null'")),
        arguments(
            "a document that is a program",
            "public class Main {\n  public static void main(String[] args) {\n"
                + "    System.out.println(\"hi\");\n  }\n}\n\nMain.main(new String[0])",
            List.of("", "hi\n at 0:24")),
        arguments(
            "names like those that are generated",
            "class colight {}\n\nint do$ = 1;\n\nrecord R() {}\nR.class.getName()",
            List.of("", "1 at 0:12", "\"R\" at 1:17")),
        nested("parentheses", "(", "1", ")"),
        nested("braces", "{", "", "}"),
        nested("brackets", "[", "", "]"),
        arguments("operators", "1" + " + 1".repeat(5_000) + "\n\n2", both("5001")),
        arguments("negations", "!".repeat(5_000) + "true\n\n2", both("true")),
        arguments("conditionals", "1 > 2 ? 1 : ".repeat(2_000) + "3\n\n2", both("3")),
        arguments("else", "if (1 > 2) {} else ".repeat(2_000) + "{}\n\n2", both("")),
        arguments(
            "a chain of calls",
            "new StringBuilder()" + ".append(1)".repeat(3_000) + ".length()\n\n2",
            both("3000")),
        arguments(
            "a method that is too long",
            "void f() {\n" + "System.out.println(1);\n".repeat(10_000) + "}\n\n2",
            both(
                "0:5-0:8 This code is too large:"
                    + " a method can have no more than 64 KB of bytecode")),
        arguments(
            "10 MB in a comment", "/*" + "x y\n".repeat(2_500_000) + "*/\n\n2", both("prose x y…")),
        arguments("10 MB in a line", "\"" + "x".repeat(10_000_000) + "\".length()\n\n2", both("…")),
        arguments(
            "10 MB in a block",
            "x = 1;\n".repeat(1_500_000) + "\n2",
            both("0:0-0:1 this block is too long to run: leave blank lines between its parts")));
  }

  private static Arguments nested(String name, String open, String middle, String close) {
    return arguments(
        "5,000 nested " + name,
        open.repeat(5_000) + middle + close.repeat(5_000) + "\n\n2",
        both("0:500-0:501 brackets are nested too deeply"));
  }

  private static List<String> both(String first) {
    return List.of(first, "2 at 0:1");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void every_block_gets_a_clear_answer(String name, String text, List<String> expected)
      throws InterruptedException {
    document.open(text);
    List<String> told =
        document.snapshot().blocks().stream().map(HostileDocumentsTest::told).toList();
    assertEquals(expected, told.stream().map(t -> likeOneOf(t, expected)).toList());
  }

  /** Cuts a long answer, and leaves out a place that has no place in an expectation. */
  private static String likeOneOf(String told, List<String> expected) {
    if (expected.contains(told)) {
      return told;
    }
    for (String one : expected) {
      boolean open = one.endsWith("…") && told.startsWith(one.substring(0, one.length() - 1));
      if (open || told.startsWith(one + " at ")) {
        return one;
      }
    }
    return told.length() > LONG ? told.substring(0, LONG) : told;
  }

  private static String told(BlockView block) {
    if (block.kind() == BlockKind.PROSE) {
      return "prose " + block.text();
    }
    List<String> told = new ArrayList<>();
    for (ProblemView problem : block.problems()) {
      told.add(place(problem.range()) + " " + problem.message());
    }
    ResultView result = Objects.requireNonNull(block.result(), block::toString);
    ErrorView error = result.error();
    if (error != null && told.isEmpty()) {
      told.add(
          place(Objects.requireNonNull(error.range()))
              + " "
              + error.type()
              + ": "
              + error.message());
    } else if (result.status() == Status.OK) {
      for (OutputView output : result.outputs()) {
        var end = output.range().end();
        told.add(output.text() + " at " + end.line() + ":" + end.column());
      }
    }
    return String.join("; ", told);
  }

  private static String place(Range range) {
    return String.format(
        Locale.ROOT,
        "%d:%d-%d:%d",
        range.start().line(),
        range.start().column(),
        range.end().line(),
        range.end().column());
  }

  @Test
  void an_edit_past_the_end_goes_to_the_end() throws InterruptedException {
    document.open("int a = 1;\n\na");
    document
        .workspace()
        .change(
            LiveDocument.URI,
            document.nextVersion(),
            List.of(new TextEdit(Range.of(700, 70, 900, 90), " + 1\n\na + 40")));
    document.awaitEnd();
    assertEquals(
        List.of("1 at 0:10", "2 at 0:5", "41 at 0:6"),
        document.snapshot().blocks().stream().map(HostileDocumentsTest::told).toList());
  }

  @Test
  void an_edit_ends_an_endless_loop() throws InterruptedException {
    document.open("int a = 1;");
    document.type("int a = 1;\n\nwhile (true) { a = 1 - a; }\n\na + 1");
    BlockStarted started = document.await(BlockStarted.class);
    while (started.block().index() != 1) {
      started = document.await(BlockStarted.class);
    }
    document.type("int a = 1;\n\nwhile (a < 3) { a++; }\n\na + 1");
    document.awaitEnd();
    assertEquals(
        List.of("1 at 0:10", "", "4 at 0:5"),
        document.snapshot().blocks().stream().map(HostileDocumentsTest::told).toList());
  }

  @Test
  void an_endless_loop_can_be_cancelled_and_taken_out() throws InterruptedException {
    document.open("int a = 1;");
    document.type("int a = 2;\n\nwhile (true) { }");
    BlockStarted started = document.await(BlockStarted.class);
    while (started.block().index() != 1) {
      started = document.await(BlockStarted.class);
    }
    document.workspace().cancel(LiveDocument.URI);
    LiveDocument.Run run = document.awaitEnd();
    assertEquals(RunStatus.CANCELLED, run.end().status());
    document.edit("int a = 2;");
    assertEquals(
        List.of("2 at 0:10"),
        document.snapshot().blocks().stream().map(HostileDocumentsTest::told).toList());
  }

  @Test
  void ten_thousand_blocks_take_an_edit_at_once() throws InterruptedException {
    StringBuilder text = new StringBuilder("int base = 1;\n\n");
    for (int i = 0; i < 10_000; i++) {
      text.append(
          i == 5_000
              ? "base + 1\n\n"
              : "// Remark " + i + "\n\nint f" + i + "() { return 1; }\n\n");
    }
    document.open(text.toString());
    long start = System.nanoTime();
    LiveDocument.Run run = document.edit(text.toString().replace("base = 1", "base = 41"));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertEquals(2, run.executed().size());
    assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, "it took " + taken);
    document.open("");
  }

  @Test
  void documents_with_the_same_names_have_nothing_to_do_with_each_other() throws Exception {
    Map<String, RunEnded> ends = new HashMap<>();
    BlockingQueue<WorkspaceEvent> events = new LinkedBlockingQueue<>();
    try (JavaLanguage own = new JavaLanguage(JavaLanguage.Options.defaults());
        Workspace workspace = new Workspace(own, events::add)) {
      String text =
          "class A { static int n = %d; }\n\nint a = A.n++;\n\nint f() { return a; }\n\nf() + A.n";
      workspace.open("file:///one.jsh", 1, text.formatted(1));
      workspace.open("file:///two.jsh", 1, text.formatted(100));
      while (ends.size() < 2) {
        WorkspaceEvent event = events.poll(60, TimeUnit.SECONDS);
        if (event instanceof RunEnded end) {
          ends.put(end.uri(), end);
        }
      }
      assertEquals("3 at 0:9", last(workspace, "file:///one.jsh"));
      assertEquals("201 at 0:9", last(workspace, "file:///two.jsh"));
      workspace.close("file:///one.jsh");
      assertEquals("201 at 0:9", last(workspace, "file:///two.jsh"));
    }
  }

  private static String last(Workspace workspace, String uri) {
    List<BlockView> blocks = Objects.requireNonNull(workspace.snapshot(uri)).blocks();
    return told(blocks.get(blocks.size() - 1));
  }
}
