package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.BlockSpan;
import dev.colight.text.Text;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Splitting takes time in proportion to the text. The limit is on processor time, so that a busy
 * machine fails nothing; it is far above what 10 MB take (about a second for all three steps), and
 * far below what anything quadratic would.
 */
final class HugeTextTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static List<BlockSpan> split(String source) {
    Text text = Text.of(source);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    SnippetSplitter.split(Tokenizer.tokenize(text.lines()));
    List<BlockSpan> blocks = new JavaSplitter().split(text, 0, line -> false);
    Duration taken = Duration.ofNanos(clock.getCurrentThreadCpuTime() - start);
    assertTrue(taken.compareTo(LIMIT) < 0, () -> "took " + taken);
    return blocks;
  }

  @Test
  void a_document_of_10_megabytes() {
    String document = Documents.read("orders.jsh") + "\n\n";
    int copies = 10_000_000 / document.length();
    int blocks = split(document).size();
    assertEquals(blocks * copies, split(document.repeat(copies)).size());
  }

  @Test
  void a_line_of_10_megabytes() {
    assertEquals(1, split("foo(bar) + ".repeat(900_000) + "1").size());
  }

  @Test
  void ten_thousand_blocks() {
    assertEquals(10_000, split("int a = b + 1;\n\n".repeat(10_000)).size());
  }

  @Test
  void five_thousand_nested_parentheses() {
    String source = "int a = " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + ";";
    List<Snippet> snippets = SnippetSplitter.split(Tokenizer.tokenize(List.of(source)));
    assertEquals(List.of(new Snippet(Snippet.Kind.VARIABLE, 0, 10_005)), snippets);
  }

  @Test
  void a_bracket_opened_above_many_blocks_breaks_only_its_own() {
    assertEquals(10_001, split("class A {\n\n" + "int a = b + 1;\n\n".repeat(10_000)).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | 100000",
        "{~ | 100000",
        "{~~ | 100000",
        "}~~ | 100000",
        "([ | 100000",
        "[)} | 100000",
        "/*~~ | 100000",
        "/*~~foo();~~ | 100000",
        "\"\"\"~~ | 100000",
        "x = \"\"\"~~y = 1;~~ | 100000",
        "\" | 100000",
        "// a~~ | 100000",
        "a< | 100000",
        "a<~ | 100000",
        "a.~ | 100000",
        "if (a) | 100000",
        "if (a) b; else | 100000",
        "do | 100000",
        "@A~ | 100000",
        "a: | 100000",
        "void f( {~ | 100000",
        "non-sealed | 100000",
        "switch (a) { case 1 -> | 100000",
        "~ | 1000000",
      })
  void the_same_again_and_again(String part, int times) {
    split((part.replace('~', '\n') + " ").repeat(times));
  }
}
