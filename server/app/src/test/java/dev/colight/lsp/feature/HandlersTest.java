package dev.colight.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.Assistant;
import dev.colight.fixture.DocumentFixture;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.Settings;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

/** The handlers that look at a whole document or at one place, each on a fixture. */
class HandlersTest {
  private static Reading reading(DocumentFixture document) {
    return new Reading(document.snapshot(), Settings.defaults(), Encoding.UTF_16);
  }

  private static Reading reading(String fixture) {
    return reading(DocumentFixture.of(fixture));
  }

  private static String hover(String fixture) {
    DocumentFixture document = DocumentFixture.of(fixture);
    return Hovers.of(reading(document), Assistant.NONE, document.cursor())
        .map(hover -> hover.getContents().getRight().getValue())
        .orElse("nothing");
  }

  /** Returns severity, the text that is underlined, and the message, one diagnostic a line. */
  private static String diagnostics(String fixture) {
    DocumentFixture document = DocumentFixture.of(fixture);
    String[] lines = document.text().split("\n", -1);
    return document.blocks().stream()
        .flatMap(block -> Diagnostics.of(reading(document), block).stream())
        .map(diagnostic -> describe(lines, diagnostic))
        .collect(Collectors.joining("\n"));
  }

  private static String describe(String[] lines, Diagnostic diagnostic) {
    Range range = diagnostic.getRange();
    String underlined =
        lines[range.getStart().getLine()].substring(
            range.getStart().getCharacter(), range.getEnd().getCharacter());
    return diagnostic.getSeverity() + " [" + underlined + "] " + diagnostic.getMessage().getLeft();
  }

  @Test
  void a_hover_tells_the_value_its_type_the_time_and_what_the_block_needs() {
    assertEquals(
        """
        **b** `List<Integer>`
        ```text
        [1,
         2]
        ```

        output
        ```text
        hi
        ```

        ✓ 12 ms · cached · defines `b` · needs `a`""",
        hover(
            """
            var a = 1;

            var b = f<|>(a); //@ writes("hi\\n") shows("b", "List<Integer>", "[1,\\n 2]")
            a //@ shows("1") defines("b") needs("a") took("12") cached()
            """));
  }

  @Test
  void a_hover_on_a_stale_value_says_so() {
    assertTrue(hover("a<|> //@ shows(\"2\") state(\"queued\")").contains("stale"));
  }

  @Test
  void a_hover_on_what_threw_shows_the_trace_in_the_documents_lines() {
    assertEquals(
        """
        ```text
        E: why
          at List.get (List.java:9)
          at line 3
        ```

        ✗ failed after <1 ms""",
        hover("// text\n\na<|> //@ throws(\"E\", \"why\")"));
  }

  @Test
  void a_value_with_a_fence_in_it_gets_a_longer_one() {
    assertTrue(hover("a<|> //@ shows(\"````\")").startsWith("`````text\n````\n`````"));
  }

  @Test
  void there_is_no_hover_on_prose_or_between_blocks() {
    assertEquals("nothing", hover("// te<|>xt"));
    assertEquals("nothing", hover("1\n<|>\n2"));
  }

  @Test
  void what_does_not_compile_and_what_threw_is_reported_where_it_stands() {
    assertEquals(
        """
        Error [;] an expression is missing
        Warning [raw] a raw type
        Error [a / 0] ArithmeticException: / by zero
        Warning [c] c has no value: line 5 threw""",
        diagnostics(
            """
            int a = «;» //@ fails("an expression is missing")

            List «raw»; //@ warns("a raw type")

              «a / 0» //@ throws("ArithmeticException", "/ by zero")

              c //@ status("blocked") message("c has no value: line 5 threw")
            """));
  }

  @Test
  void an_exception_of_older_text_is_not_reported() {
    assertEquals("", diagnostics("a //@ throws(\"E\", \"no\") state(\"queued\")"));
  }

  @Test
  void lenses_run_a_block_or_all_and_tell_how_it_went() {
    List<String> titles =
        CodeLenses.of(
                reading(
                    """
                    // prose

                    1 //@ took("1500")

                    2 //@ state("running")

                    3 //@ status("blocked")
                    """))
            .stream()
            .map(lens -> lens.getRange().getStart().getLine() + " " + lens.getCommand().getTitle())
            .toList();
    assertEquals(
        List.of(
            "2 ▶▶ run all",
            "2 ⇄ verify",
            "2 ◱ open in browser",
            "2 ▶ run",
            "2 ✓ 1.5 s",
            "4 ◼ cancel",
            "4 running …",
            "6 ▶ run",
            "6 ✗ blocked"),
        titles);
  }

  @Test
  void the_outline_nests_definitions_under_headings() {
    List<DocumentSymbol> symbols =
        DocumentSymbols.of(
            reading(
                """
                int before; //@ defines("before")

                // # One
                // ```
                // # not a heading
                // ```

                record Point() {} //@ defines("Point")
                int x = f(); //@ defines("x")

                // ## Two

                int f() { return 1; } //@ defines("f()")

                // # Three
                """));
    assertEquals(
        """
        Variable before
        Namespace One
          Class Point
          Variable x
          Namespace Two
            Function f()
        Namespace Three
        """,
        outline(symbols, ""));
    DocumentSymbol one = symbols.get(1);
    assertEquals(12, one.getRange().getEnd().getLine());
    DocumentSymbol x = one.getChildren().get(1);
    assertEquals(new Range(position(8, 4), position(8, 5)), x.getSelectionRange());
  }

  private static org.eclipse.lsp4j.Position position(int line, int column) {
    return new org.eclipse.lsp4j.Position(line, column);
  }

  private static String outline(List<DocumentSymbol> symbols, String indent) {
    StringBuilder text = new StringBuilder();
    for (DocumentSymbol symbol : symbols) {
      text.append(indent).append(symbol.getKind()).append(' ').append(symbol.getName());
      text.append('\n');
      if (symbol.getChildren() != null) {
        text.append(outline(symbol.getChildren(), indent + "  "));
      }
    }
    return text.toString();
  }

  @Test
  void blocks_of_several_lines_fold() {
    assertEquals(
        List.of("0-1 comment", "5-7 region"),
        FoldingRanges.of(reading("// a\n// b\n\n1\n\n2\n3\n4")).stream()
            .map(fold -> fold.getStartLine() + "-" + fold.getEndLine() + " " + fold.getKind())
            .toList());
  }

  @Test
  void an_empty_document_has_nothing() {
    Reading empty = reading("");
    assertTrue(CodeLenses.of(empty).isEmpty());
    assertTrue(FoldingRanges.of(empty).isEmpty());
    assertTrue(DocumentSymbols.of(empty).isEmpty());
    assertTrue(InlayHints.of(empty, 0, 10).isEmpty());
    assertNull(Hovers.of(empty, Assistant.NONE, new dev.colight.text.Position(3, 0)).orElse(null));
  }
}
