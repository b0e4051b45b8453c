package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.execution.Assistant.Complaint;
import dev.colight.execution.Assistant.Fix;
import dev.colight.text.Text;
import dev.colight.workspace.ProblemView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrySurroundTest extends WithLanguage {
  private static final String FILES = "var p = java.nio.file.Path.of(\"x\");\n\n";

  /** Returns a text in which what throws is surrounded, one after the other, until nothing is. */
  private static String mended(String text) throws Exception {
    String now = text;
    while (true) {
      try (EditedDocument document = new EditedDocument(language)) {
        document.open(now);
        List<ProblemView> problems = document.problems();
        List<Fix> fixes =
            problems.stream()
                .flatMap(
                    problem ->
                        language
                            .assistant()
                            .fixes(
                                document.scene(), new Complaint(problem.range(), problem.message()))
                            .stream())
                .toList();
        if (fixes.isEmpty()) {
          assertEquals(List.of(), problems, now);
          return now;
        }
        now = EditedDocument.apply(Text.of(now), fixes.get(0).edits()).toString();
      }
    }
  }

  @Test
  void a_statement_is_surrounded_where_it_stands() throws Exception {
    assertEquals(
        """
        void f() {
          int a = 1;
          try {
            Thread.sleep(a);
          } catch (InterruptedException e) {
            throw new RuntimeException(e);
          }
        }""",
        mended("void f() {\n  int a = 1;\n  Thread.sleep(a);\n}"));
  }

  @Test
  void a_declaration_takes_along_what_may_use_it() throws Exception {
    assertEquals(
        FILES
            + """
            int f() {
              int more = 1;
              try {
                int lines = Files.readAllLines(p).size();
                more += lines;
                return more;
              } catch (IOException e) {
                throw new RuntimeException(e);
              }
            }""",
        mended(
            FILES
                + """
                int f() {
                  int more = 1;
                  int lines = Files.readAllLines(p).size();
                  more += lines;
                  return more;
                }"""));
  }

  @Test
  void the_body_of_a_lambda_becomes_a_block_that_returns_its_value_or_does_not() throws Exception {
    assertEquals(
        """
        List.of(1, 2).forEach(n -> {
          try {
            Thread.sleep(n);
          } catch (InterruptedException e) {
            throw new RuntimeException(e);
          }
        });""",
        mended("List.of(1, 2).forEach(n -> Thread.sleep(n));"));
    assertEquals(
        FILES
            + """
            Stream.of(p).map(e -> {
              try {
                return Files.size(e);
              } catch (IOException ex) {
                throw new RuntimeException(ex);
              }
            }).toList();""",
        mended(FILES + "Stream.of(p).map(e -> Files.size(e)).toList();"));
  }

  @Test
  void a_statement_behind_an_arrow_becomes_a_block() throws Exception {
    assertEquals(
        """
        void f(int n) {
          switch (n) {
            case 1 -> {
              try {
                Thread.sleep(n);
              } catch (InterruptedException e) {
                throw new RuntimeException(e);
              }
            }
            default -> {}
          }
        }""",
        mended(
            "void f(int n) {\n  switch (n) {\n    case 1 -> Thread.sleep(n);\n"
                + "    default -> {}\n  }\n}"));
  }

  @Test
  void a_try_that_is_there_gets_another_catch() throws Exception {
    assertEquals(
        """
        void f() {
          try (var in = new FileReader("")) {
            Thread.sleep(in.read());
          } catch (IOException a) {
            return;
          } catch (InterruptedException a) {
            throw new RuntimeException(a);
          }
        }""",
        mended(
            "void f() {\n  try (var in = new FileReader(\"\")) {\n    Thread.sleep(in.read());\n"
                + "  } catch (IOException a) {\n    return;\n  }\n}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (int i = 0; i < 2; i++) Thread.sleep(i);",
        "if (n > 1) Thread.sleep(n); else n++;",
        "List<String> all = Files.readAllLines(Path.of(\"\"), UTF_8);\n  n += all.size();",
        "final var all = Files.readAllLines(Path.of(\"\"));\n  String[] x = all.toArray(String[]::new);",
        "while (new FileReader(\"\").read() > 0) n++;",
        "outer:\n  for (;;) { Thread.sleep(n); break outer; }",
        "long size = switch (n) { case 1 -> Files.size(Path.of(\"\")); default -> 2; };",
        "switch (n) {\n    case 1:\n      Thread.sleep(1); // a while\n      break;\n  }",
        "Runnable r = new Runnable() { public void run() { Thread.sleep(1); } };",
        "Supplier<Supplier<Long>> s = () -> () -> Files.size(Path.of(\"\"));",
        "String text = \"\"\"\n      a\n        b\"\"\"; Thread.sleep(text.length());",
      })
  void whatever_throws_it_compiles_when_it_is_surrounded(String statement) throws Exception {
    mended(
        "import static java.nio.charset.StandardCharsets.UTF_8;\n\nvoid f(int n) {\n  "
            + statement
            + "\n}");
  }

  @Test
  void what_no_statement_can_handle_is_left_alone() throws Exception {
    for (String text :
        List.of(
            "Stream.of(Path.of(\"\")).map(Files::size).toList();",
            "class A { long size = Files.size(Path.of(\"\")); }")) {
      try (EditedDocument document = new EditedDocument(language)) {
        document.open(text);
        ProblemView problem = document.problems().get(0);
        Complaint complaint = new Complaint(problem.range(), problem.message());
        assertEquals(List.of(), language.assistant().fixes(document.scene(), complaint), text);
      }
    }
  }
}
