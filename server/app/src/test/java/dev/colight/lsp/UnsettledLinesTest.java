package dev.colight.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.text.Range;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

class UnsettledLinesTest {
  private static final String URI = "file:///a.jsh";
  private long millis;
  private final UnsettledLines lines = new UnsettledLines(() -> millis);

  private void change(int first, int last, String text) {
    lines.changed(
        URI,
        List.of(
            new TextDocumentContentChangeEvent(
                new org.eclipse.lsp4j.Range(new Position(first, 0), new Position(last, 0)), text)));
  }

  private List<Integer> unsettled() {
    return IntStream.range(0, 10)
        .filter(line -> lines.in(URI).test(Range.of(line, 0, line, 1)))
        .boxed()
        .toList();
  }

  @Test
  void the_lines_of_a_change_are_unsettled_for_a_while() {
    change(2, 2, "a");
    millis = UnsettledLines.WINDOW_MS - 1;
    assertEquals(List.of(2), unsettled());
    millis++;
    assertEquals(List.of(), unsettled());
  }

  @Test
  void what_is_typed_on_and_on_stays_unsettled() {
    change(2, 2, "a");
    millis = UnsettledLines.WINDOW_MS - 1;
    change(2, 2, "b");
    millis += UnsettledLines.WINDOW_MS - 1;
    assertEquals(List.of(2), unsettled());
  }

  @Test
  void lines_move_with_the_text_above_them() {
    change(3, 3, "a");
    change(1, 1, "x\ny\n");
    assertEquals(List.of(1, 2, 3, 4, 5), unsettled());
    change(0, 2, "");
    assertEquals(List.of(0, 1, 2, 3), unsettled());
  }

  @Test
  void a_statement_is_unsettled_where_any_line_of_it_is() {
    change(2, 2, "a");
    assertEquals(true, lines.in(URI).test(Range.of(1, 0, 4, 1)));
    assertEquals(false, lines.in(URI).test(Range.of(3, 0, 4, 1)));
    assertEquals(false, lines.in("file:///other.jsh").test(Range.of(1, 0, 4, 1)));
  }

  @Test
  void a_new_text_is_unsettled_all_over() {
    change(3, 3, "a");
    lines.changed(URI, List.of(new TextDocumentContentChangeEvent("a\nb\nc")));
    assertEquals(List.of(0, 1, 2), unsettled());
  }
}
