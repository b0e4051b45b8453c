package dev.colight.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.fixture.DocumentFixture;
import dev.colight.fixture.FixedSnapshot;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Reading;
import dev.colight.lsp.view.Settings;
import dev.colight.text.Text;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.RunPolicy;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.junit.jupiter.api.Test;

class InlayHintsTest {
  private static final int ALL = Integer.MAX_VALUE;

  /** Returns the text with each hint after the end of its line. */
  private static String painted(String fixture, Settings settings) {
    DocumentFixture document = DocumentFixture.of(fixture);
    String[] lines = document.text().split("\n", -1);
    for (InlayHint hint : hints(document, settings, Encoding.UTF_16, 0, ALL)) {
      int line = hint.getPosition().getLine();
      assertEquals(lines[line].length(), hint.getPosition().getCharacter(), "at the end of a line");
      lines[line] += " | " + hint.getLabel().getLeft();
    }
    return String.join("\n", lines);
  }

  private static String painted(String fixture) {
    return painted(fixture, Settings.defaults());
  }

  private static List<InlayHint> hints(
      DocumentFixture document, Settings settings, Encoding encoding, int first, int last) {
    return InlayHints.of(new Reading(document.snapshot(), settings, encoding), first, last);
  }

  private static List<String> labels(List<InlayHint> hints) {
    return hints.stream().map(hint -> hint.getLabel().getLeft()).toList();
  }

  @Test
  void a_value_stands_at_the_end_of_the_line_of_its_statement() {
    assertEquals(
        """
        int a = 1; // one | ⇒ 1
        a + 1 | ⇒ 2\
        """,
        painted(
            """
            int a = 1; // one //@ shows("a", "int", "1")
            a + 1 //@ shows("int", "2")
            """));
  }

  @Test
  void several_values_of_a_line_are_joined_and_named() {
    assertEquals(
        "int a = 1, b = 2; a | ⇒ a = 1, b = 2, 1",
        painted(
            """
            int a = 1, b = 2; a //@ shows("a", "int", "1") shows("b", "int", "2") shows("int", "1")
            """));
  }

  @Test
  void output_is_shown_on_one_line_after_the_value() {
    assertEquals(
        "f() | ⇒ 1  ▸ hello⏎there",
        painted("f() //@ writes(\"hello\\n\") writes(\"there\\n\") shows(\"1\")"));
  }

  @Test
  void a_long_text_is_cut_by_characters_and_not_within_one() {
    assertEquals(
        "s | ⇒ ab🦊…",
        painted(
            "s //@ shows(\"ab🦊🦊🦊\")",
            new Settings(
                RunPolicy.TYPE, EffectPolicy.HOLD, 4, true, 0, List.of(), List.of(), List.of())));
    assertEquals(
        "s | ⇒ ab🦊🦊",
        painted(
            "s //@ shows(\"ab🦊🦊\")",
            new Settings(
                RunPolicy.TYPE, EffectPolicy.HOLD, 4, true, 0, List.of(), List.of(), List.of())));
  }

  @Test
  void an_exception_stands_on_the_line_that_threw_beside_the_values_before_it() {
    assertEquals(
        """
        int a = 1; | ⇒ 1
        a / 0 | ✗ ArithmeticException: / by zero
        a\
        """,
        painted(
            """
            int a = 1; //@ shows("1")
            a / 0 //@ throws("ArithmeticException", "/ by zero")
            a
            """));
  }

  @Test
  void a_result_of_older_text_says_so() {
    assertEquals(
        """
        a + 1 | ⇒ 2 (stale)

        b | ⇒ 3 (stale)  …

        int c = ; | ⇒ 4 (stale)

        d | ⇒ 5 (stale)  ✗ d has no value: line 9 threw\
        """,
        painted(
            """
            a + 1 //@ shows("2") state("queued")

            b //@ shows("3") state("running")

            int c = ; //@ shows("4") state("stale") status("invalid") older()

            d //@ shows("5") status("blocked") message("d has no value: line 9 threw") older()
            """));
  }

  @Test
  void beside_a_statement_that_has_been_changed_no_value_of_older_text_is_shown() {
    assertEquals(
        """
        int a = 1; | ⇒ 1 (stale)
        a + 22

        b + 2 | ○ not run

        c + 2 | …\
        """,
        painted(
            """
            int a = 1; //@ shows("1")
            a + 22 //@ shows("3") changed() state("queued")

            b + 2 //@ shows("2") changed() state("stale")

            c + 2 //@ shows("2") changed() state("running")
            """));
  }

  @Test
  void an_exception_of_a_text_that_has_been_changed_is_not_shown() {
    assertEquals(
        "1\na",
        painted("1 //@ shows(\"1\") changed()\na //@ throws(\"E\", \"no\") state(\"queued\")"));
  }

  @Test
  void a_client_that_keeps_its_hints_gets_none_that_the_next_run_could_make_false() {
    DocumentFixture document =
        DocumentFixture.of(
            """
            1 //@ shows("1")

            2 //@ shows("2") state("queued")

            3 //@ shows("3") state("running")

            4 //@ shows("4") state("stale")

            5 //@ shows("5") state("stale") status("invalid") older()
            """);
    Reading reading = new Reading(document.snapshot(), Settings.defaults(), Encoding.UTF_16);
    assertEquals(List.of("⇒ 1", "⇒ 5 (stale)"), labels(InlayHints.lasting(reading, 0, ALL)));
  }

  @Test
  void beside_code_that_may_have_changed_already_there_is_no_value() {
    DocumentFixture document =
        DocumentFixture.of(
            """
            1 //@ shows("1")
            2 //@ shows("2")

            3 //@ shows("3")

            4 //@ throws("E", "no")
            """);
    Reading reading = new Reading(document.snapshot(), Settings.defaults(), Encoding.UTF_16);
    assertEquals(
        List.of("⇒ 1", "⇒ 3"),
        labels(
            InlayHints.of(
                reading, 0, ALL, place -> place.start().line() == 1 || place.start().line() == 5)));
  }

  @Test
  void that_a_document_is_not_trusted_is_no_hint_for_a_client_that_keeps_its_hints() {
    var snapshot =
        new FixedSnapshot(DocumentFixture.URI, 1, Text.of("1"), 0, false, List.of(), false);
    Reading reading = new Reading(snapshot, Settings.defaults(), Encoding.UTF_16);
    assertEquals(1, InlayHints.of(reading, 0, ALL).size());
    assertEquals(List.of(), InlayHints.lasting(reading, 0, ALL));
  }

  @Test
  void an_exception_of_older_text_says_so() {
    assertEquals("a | ✗ E: no (stale)", painted("a //@ throws(\"E\", \"no\") state(\"queued\")"));
  }

  @Test
  void a_block_that_runs_for_the_first_time_shows_that() {
    assertEquals("f();\ng(); | …", painted("f(); //@ state(\"running\")\ng();"));
  }

  @Test
  void only_the_lines_that_are_asked_for_get_hints() {
    DocumentFixture document =
        DocumentFixture.of(
            """
            1 //@ shows("1")
            2 //@ shows("2")
            3 //@ shows("3")

            4 //@ shows("4")
            """);
    List<InlayHint> hints = hints(document, Settings.defaults(), Encoding.UTF_16, 1, 2);
    assertEquals(List.of("⇒ 2", "⇒ 3"), labels(hints));
    assertEquals(List.of(), hints(document, Settings.defaults(), Encoding.UTF_16, 90, 99));
  }

  @Test
  void columns_are_counted_as_the_client_counts_them() {
    DocumentFixture document = DocumentFixture.of("\"🦊é\" //@ shows(\"🦊é\")");
    for (Encoding encoding : Encoding.values()) {
      int column =
          switch (encoding) {
            case UTF_8 -> 8;
            case UTF_16 -> 5;
            case UTF_32 -> 4;
          };
      assertEquals(
          column,
          hints(document, Settings.defaults(), encoding, 0, ALL)
              .get(0)
              .getPosition()
              .getCharacter());
    }
  }

  @Test
  void the_tooltip_tells_the_type_and_is_bounded() {
    DocumentFixture document =
        DocumentFixture.of("x //@ shows(\"x\", \"String\", \"" + "y".repeat(9_000) + "\")");
    String tooltip =
        hints(document, Settings.defaults(), Encoding.UTF_16, 0, ALL).get(0).getTooltip().getLeft();
    assertTrue(tooltip.startsWith("String  x = yyy"));
    assertTrue(tooltip.length() < 5_000);
  }

  @Test
  void the_setting_switches_them_off() {
    assertEquals(
        "1",
        painted(
            "1 //@ shows(\"1\")",
            new Settings(
                RunPolicy.TYPE, EffectPolicy.HOLD, 80, false, 0, List.of(), List.of(), List.of())));
  }

  @Test
  void what_is_shown_of_a_block_that_has_shrunk_stays_within_it() {
    DocumentFixture longer = DocumentFixture.of("a\nb\nc //@ shows(\"3\") state(\"queued\")");
    DocumentFixture shorter = DocumentFixture.of("a");
    var old = longer.blocks().get(0);
    var now = shorter.blocks().get(0);
    var block =
        new BlockView(
            now.id(),
            "",
            0,
            now.kind(),
            now.range(),
            old.state(),
            now.provides(),
            now.requires(),
            now.hidden(),
            null,
            now.problems(),
            old.result(),
            old.shown(),
            List.of("a"));
    var snapshot = new FixedSnapshot(DocumentFixture.URI, 2, Text.of("a"), 1, true, List.of(block));
    List<InlayHint> hints =
        InlayHints.of(new Reading(snapshot, Settings.defaults(), Encoding.UTF_16), 0, 9);
    assertEquals("⇒ 3 (stale)", hints.get(0).getLabel().getLeft());
    assertEquals(0, hints.get(0).getPosition().getLine());
  }
}
