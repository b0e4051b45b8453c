package dev.colight.lsp.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "java.lang.Object@1b6d3586, java.lang.Object@",
        "{\"expandable\":\"0123456789abcdef:12/3/4\"}, {\"expandable\":\"\"}",
        "{\"expandable\":\"ab:1\"} {\"expandable\":\"cd:2\"}, {\"expandable\":\"\"} {\"expandable\":\"\"}",
        "{\"expandable\":\"a word\"}, {\"expandable\":\"a word\"}",
        "ada@example.org, ada@example.org",
        "Thread[#31;worker], Thread[#;worker]",
      })
  void what_differs_in_each_process_is_left_out(String text, String expected) {
    assertEquals(expected, Identities.without(text));
  }
}
