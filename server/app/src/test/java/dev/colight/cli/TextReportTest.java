package dev.colight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.fixture.DocumentFixture;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static String report(String fixture, Function<PrintStream, Report> format) {
    DocumentFixture document = DocumentFixture.of(fixture);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Report report = format.apply(out);
    document.blocks().forEach(block -> report.block(document.snapshot(), block));
    report.end(
        document.snapshot(),
        new RunEnded(DocumentFixture.URI, 1, 1, RunStatus.DONE, 3, 0, 1, 3, 42_000_000));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String report(String fixture) {
    return report(fixture, out -> new TextReport(out, Style.PLAIN));
  }

  @Test
  void code_stands_above_what_it_showed_wrote_and_threw() {
    assertEquals(
        """

        Numbers

          3 │ int a = 1;
            ⇒ 1
          4 │ print(a);
            ▸ one
              two
            ⇒ [1,
               2]

          6 │ int b = ;
            ✗         ~ an expression is missing

          8 │ a / 0
            ✗ ArithmeticException: / by zero
                at List.get (List.java:9)
                at line 8

        ✗ 2 of 3 blocks failed in 42 ms
        """,
        report(
            """
            // # Numbers

            int a = 1; //@ shows("1")
            print(a); //@ writes("one\\n") writes("two\\n") shows("[1,\\n 2]")

            int b = «;» //@ fails("an expression is missing")

            a / 0 //@ throws("ArithmeticException", "/ by zero")
            """));
  }

  @Test
  void a_long_block_is_shown_in_excerpts_around_its_results() {
    StringBuilder block = new StringBuilder("class C {\n");
    block.append("  int f;\n".repeat(30)).append("}\n1 //@ shows(\"1\")");
    assertEquals(
        """

          1 │ class C {
          2 │   int f;
          3 │   int f;
            ⋮
         33 │ 1
            ⇒ 1

        ✓ 1 block in 42 ms
        """,
        report(block.toString()));
  }

  @Test
  void pragmas_hide_code_and_values_but_never_what_was_written_or_went_wrong() {
    assertEquals(
        """

            ⇒ 1

          3 │ b
            ▸ b

          7 │ d
            ✗ E: no
                at List.get (List.java:9)
                at line 7

        ✗ 1 of 4 blocks failed in 42 ms
        """,
        report(
            """
            a //@ shows("1") hides("hide-code")

            b //@ writes("b") shows("2") hides("hide-values")

            c //@ hides("hide-code")

            d //@ throws("E", "no") hides("hide-code")
            """));
  }

  @Test
  void a_block_can_hide_the_code_of_all() {
    assertEquals(
        "\n    ⇒ 1\n\n✓ 2 blocks in 42 ms\n",
        report("a //@ shows(\"1\")\n\nb //@ hides(\"hide-all-code\")"));
  }

  @Test
  void json_has_an_object_for_a_block_whose_turn_never_came() {
    String json = report("1 //@ state(\"stale\") norun()", JsonReport::new);
    assertEquals(2, json.lines().count());
    assertTrue(json.contains("\"status\":\"cancelled\""), json);
  }

  @Test
  void colours_are_for_terminals_that_want_them() {
    assertEquals(Style.COLOUR, Style.of(true, Map.of("NO_COLOR", "")));
    assertEquals(Style.PLAIN, Style.of(true, Map.of("NO_COLOR", "1")));
    assertEquals(Style.PLAIN, Style.of(true, Map.of("TERM", "dumb")));
    assertEquals(Style.PLAIN, Style.of(false, Map.of()));
    assertTrue(
        report("1 //@ shows(\"1\")", out -> new TextReport(out, Style.COLOUR)).contains("\u001B["));
  }

  @Test
  void json_is_one_object_a_line_for_each_block_of_code_and_then_the_end() {
    List<JsonObject> lines =
        report("// text\n\n\"é<\" //@ shows(\"String\", \"é<\\n\")\n\n2", JsonReport::new)
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .toList();
    assertEquals(3, lines.size());
    assertEquals("ok", lines.get(0).get("status").getAsString());
    assertEquals("b2", lines.get(0).getAsJsonObject("block").get("id").getAsString());
    assertTrue(lines.get(0).toString().contains("é<\\n"));
    assertEquals("done", lines.get(2).get("status").getAsString());
  }
}
