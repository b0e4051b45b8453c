package dev.colight.display;

import static dev.colight.display.Display.html;
import static dev.colight.display.Display.plot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is displayed may be written later, on another thread: it stays what it was. */
class ShownLaterTest {
  @Test
  void a_plot_holds_the_numbers_that_were_there_when_it_was_made() {
    AtomicInteger counter = new AtomicInteger(1);
    List<Plot<?>> plots =
        List.of(
            plot(List.of(counter)).dot(),
            plot(Map.of("n", List.of(counter))).dot("n", "n"),
            plot(List.of(counter)).drawn());
    List<Map<String, String>> before = plots.stream().map(Plot::mime).toList();
    counter.set(2);
    assertEquals(before, plots.stream().map(Plot::mime).toList());
  }

  /** A number of the document's own. */
  static final class Own extends Number {
    private static final long serialVersionUID = 1;

    @Override
    public int intValue() {
      return 1;
    }

    @Override
    public long longValue() {
      return 1;
    }

    @Override
    public float floatValue() {
      return 1;
    }

    @Override
    public double doubleValue() {
      return 1.5;
    }

    @Override
    public String toString() {
      throw new IllegalStateException("asked while a plot is written");
    }
  }

  @Test
  void writing_a_plot_asks_no_number_of_the_documents() {
    String json = String.valueOf(plot(List.of(new Own())).dot().mime().get(Forms.PLOT));
    assertTrue(json.contains("[1.5]"), json);
  }

  @ParameterizedTest
  @CsvSource({
    "<p>one</p><script>two</script>three, 'one\nthree'",
    "a<STYLE type='x'>p {}</style>b<script>c</script>d, abd",
    "a < b > c, 'a  c'",
    "a <script>b, 'a b'",
    "1 < 2, 1 < 2",
    "a &lt;b&gt;, a <b>",
    "<scripted>a</scripted>, a",
  })
  void html_as_text_is_what_stands_between_its_tags(String source, String text) {
    assertEquals(text, html(source).toString());
  }

  @ParameterizedTest
  @CsvSource({"'a < b '", "'<script '", "'<style></script>'", "'<br '"})
  void html_as_text_takes_no_longer_than_its_length(String part) {
    String source = part.repeat(200_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> html(source).toString());
  }
}
